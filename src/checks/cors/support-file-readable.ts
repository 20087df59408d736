import { links } from '../../spec/links.js';
import { corsHops } from '../browser-block.js';
import type { Check } from '../check.js';
import { corsVerdict } from '../cors-verdicts.js';
import { CORS_LINES } from '../web-server-lines.js';
import { whereSupportFileFound } from '../where-support-file-found.js';

export const supportFileReadable = {
  id: 'cors/support-file-readable',
  title: 'Web clients may read the support file',
  failureTitle: 'Web clients may not read the support file: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  spec: links.wellKnownUris,
  why: 'A web page that wants to show how to reach the administrators of this server gets nothing of {url} from its browser.',
  fix: `Send the header once, with the redirects on the way too if there are any.${CORS_LINES}`,
  evaluate: whereSupportFileFound(({ fetches }) => [
    corsVerdict(
      fetches.flatMap((fetch) => corsHops(fetch)),
      () => true,
    ),
  ]),
} as const satisfies Check;
