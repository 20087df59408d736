import { listWords } from '../../facts/words/list-words.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { BaseUrlOddity } from '../../spec/well-known-client.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const baseUrlPlain = {
  id: 'client/base-url-plain',
  title: 'The base URL is plain: no user name, query or fragment',
  failureTitle: 'The base URL {written} has more to it than it should: {surplus}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Some clients leave that out, others keep it and ask for an address that does not exist.{exposed}',
  fix: 'Write nothing but scheme, host, and the port if there is one: "base_url": "{plain}".',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    const surplus = baseUrl.oddities.flatMap((oddity) => SURPLUS[oddity] ?? []);
    if (surplus.length === 0) return [pass()];
    const written = shownUrl(baseUrl.written.trim());
    const exposed = baseUrl.oddities.includes('user-info') ? ' A password in this file is public.' : '';
    return [
      fail({
        values: { written, surplus: listWords(surplus), plain: plainUrl(baseUrl.written), exposed },
        evidence: [{ label: last.url, value: `base URL "${shownUrl(baseUrl.written)}"` }],
      }),
    ];
  }),
} as const satisfies Check;

const SURPLUS: Partial<Record<BaseUrlOddity, string>> = {
  query: 'a query ("?")',
  fragment: 'a fragment ("#")',
  'user-info': 'a user name ("@")',
  blanks: 'blanks around it',
};

const plainUrl = (written: string): string =>
  written
    .trim()
    .replace(/[?#].*$/su, '')
    .replace(/^([a-z]+:\/\/)[^/]*@/iu, '$1')
    .replace(/\/$/u, '');
