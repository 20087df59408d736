import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { pass } from '../verdict.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { errorHop } from '../verdicts/error-hop.js';
import { whereWebClientsRead } from '../verdicts/where-web-clients-read.js';

export const errorsReadable = {
  id: 'cors/errors-readable',
  title: 'Web clients may read that a token is missing or no longer good (401)',
  failureTitle: 'Web clients may not read errors of the homeserver: 401 comes with {problem}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'Browsers demand the header of errors as well. Without it a web client sees a failure of the network in place of the 401: it does not ask for a new login when a session has ended, and whatever has to be confirmed by 401 (registering, new passwords, resetting the encryption) cannot be finished.',
  fix: 'Homeservers send the header with errors too. Where the proxy in front of {host} sets it, let it do so for every status (nginx and Apache leave errors out without the word "always"), or better leave it to the homeserver.',
  recipe: 'homeserver-cors',
  evaluate: whereWebClientsRead(({ api, homeserver }, facts) => {
    const unauthorized = errorHop(api.whoami, facts);
    if ('outcome' in unauthorized) return [unauthorized];
    if (unauthorized.reading.kind === 'readable') return [pass()];
    const unknown = errorHop(api.unknownPath, facts);
    const hops = [unauthorized, ...('outcome' in unknown ? [] : [unknown])];
    return [corsVerdict(hops, () => true, { host: homeserver.host })];
  }),
} as const satisfies Check;
