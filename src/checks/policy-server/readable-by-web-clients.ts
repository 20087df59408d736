import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsHops } from '../readings/browser-block.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { wherePolicyServerFile } from '../verdicts/where-policy-server-file.js';

export const readableByWebClients = {
  id: 'policy-server/readable-by-web-clients',
  title: 'Web clients may read the policy server file',
  failureTitle: 'Web clients may not read the policy server file: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'A web client that shall set this policy server for a room gets nothing of {url} from its browser.',
  fix: 'Send Access-Control-Allow-Origin: * once with this file, and with the redirects on the way if there are any.',
  recipe: 'cors-header',
  evaluate: wherePolicyServerFile(({ fetches }) => [
    corsVerdict(
      fetches.flatMap((fetch) => corsHops(fetch)),
      () => true,
    ),
  ]),
} as const satisfies Check;
