import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const baseUrlLowerCaseScheme = {
  id: 'client/base-url-lower-case-scheme',
  title: 'The base URL begins with https:// in lower case',
  failureTitle: 'The base URL {written} has upper-case letters before ://',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'It means the same, but nheko and Cinny look for https:// letter by letter and do not take this for an address.',
  fix: 'Write "base_url": "{lower}".',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    if (!baseUrl.oddities.includes('upper-case-scheme')) return [pass()];
    const written = shownUrl(baseUrl.written.trim());
    return [
      fail({
        values: { written, lower: written.replace(/^[^:]*/u, (scheme) => scheme.toLowerCase()) },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;
