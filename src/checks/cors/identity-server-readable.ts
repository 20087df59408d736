import { seenValue } from '../../facts/observation.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsHop } from '../readings/browser-block.js';
import { notApplicable, notTested } from '../verdict.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const identityServerReadable = {
  id: 'cors/identity-server-readable',
  title: 'Web clients may read what the identity server answers',
  failureTitle: 'Web clients may not read what the identity server answers: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.identityCors,
  why: 'Element Web and Desktop cannot check {url}, warn at every sign-in that the identity server does not work, and ignore everything else in the client file.',
  fix: 'Send "Access-Control-Allow-Origin: *" once from the identity server, or delete m.identity_server from the client file.',
  recipe: 'cors-header',
  evaluate: whereBaseUrl((_reading, { client }) => {
    const { identityServer } = client;
    if (identityServer.kind === 'skipped') return [notApplicable(identityServer.because)];
    const look = seenValue(identityServer)?.look;
    const hop = look === undefined ? null : corsHop(look);
    if (look === undefined || hop === null || seenValue(look.response)?.status !== 200)
      return [notTested('the identity server does not answer')];
    return [corsVerdict([hop], () => true)];
  }),
} as const satisfies Check;
