import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const baseUrlFinalSlashes = {
  id: 'client/base-url-final-slashes',
  title: 'The base URL ends in one slash at most',
  failureTitle: 'The base URL {written} ends in more than one slash',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients leave out one final slash, so that they ask for an address with "//" in it. That works only where the web server makes one slash of two.',
  fix: 'Write "base_url": "{right}".',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    if (!baseUrl.oddities.includes('final-slashes')) return [pass()];
    const written = shownUrl(baseUrl.written.trim());
    return [
      fail({
        values: { written, right: written.replace(/(?<!\/)\/+(?=[?#]|$)/u, '') },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
        at: last,
      }),
    ];
  }),
} as const satisfies Check;
