import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notTested } from '../verdict.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { errorHop } from '../verdicts/error-hop.js';
import { whereWebClientsRead } from '../verdicts/where-web-clients-read.js';

export const unknownEndpointReadable = {
  id: 'cors/unknown-endpoint-readable',
  title: 'Web clients may read that the homeserver does not know an endpoint (404)',
  failureTitle: 'Web clients may not read that the homeserver does not know an endpoint: 404 comes with {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.cors,
  why: 'A client tries what is new, and takes another way where the answer is 404 M_UNRECOGNIZED. Without the header a web client sees a failure of the network in its place, and tries again or gives up.',
  fix: 'Homeservers send the header with errors too: see what takes it out of {url} in front of {host}. Where the proxy sets it, let it do so for every status: nginx and Apache leave errors out without the word "always".',
  recipe: 'homeserver-cors',
  evaluate: whereWebClientsRead(({ api, homeserver }, facts) => {
    const unauthorized = errorHop(api.whoami, facts);
    if (!('outcome' in unauthorized) && unauthorized.reading.kind === 'blocked')
      return [notTested('no error of the homeserver may be read, 401 included')];
    const unknown = errorHop(api.unknownPath, facts);
    return ['outcome' in unknown ? unknown : corsVerdict([unknown], () => true, { host: homeserver.host })];
  }),
} as const satisfies Check;
