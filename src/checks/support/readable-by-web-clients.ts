import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsHops } from '../readings/browser-block.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { whereSupportFileFound } from '../verdicts/where-support-file-found.js';

export const readableByWebClients = {
  id: 'support/readable-by-web-clients',
  title: 'Web clients may read the support file',
  failureTitle: 'Web clients may not read the support file: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'A web page that wants to show how to reach the administrators of this server gets nothing of {url} from its browser.',
  fix: 'Send the header once, with the redirects on the way too if there are any.',
  recipe: 'cors-header',
  evaluate: whereSupportFileFound(({ fetches }) => [
    corsVerdict(
      fetches.flatMap((fetch) => corsHops(fetch)),
      () => true,
    ),
  ]),
} as const satisfies Check;
