import { seenValue } from '../../facts/observation.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { corsCheck } from '../../spec/cors.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notApplicable, notTested } from '../verdict.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';
import { CORS_LINES } from '../words/web-server-lines.js';

export const identityServerReadable = {
  id: 'cors/identity-server-readable',
  title: 'Web clients may read what the identity server answers',
  failureTitle: 'Web clients may not read what the identity server answers: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.identityCors,
  why: 'Element Web and Desktop cannot check {url}, warn at every sign-in that the identity server does not work, and ignore everything else in the client file.',
  fix: `Send the header once from the identity server, or delete m.identity_server from the client file.${CORS_LINES}`,
  evaluate: whereBaseUrl((_reading, { client }) => {
    const { identityServer } = client;
    if (identityServer.kind === 'skipped') return [notApplicable(identityServer.because)];
    const look = seenValue(identityServer)?.look;
    const response = look === undefined ? undefined : seenValue(look.response);
    if (look === undefined || response?.status !== 200) return [notTested('the identity server does not answer')];
    const reading = corsCheck(response.headers, WEB_CLIENT_ORIGIN);
    return [corsVerdict([{ look, origin: WEB_CLIENT_ORIGIN, reading, isLast: true }], () => true)];
  }),
} as const satisfies Check;
