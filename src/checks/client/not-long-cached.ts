import { headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import { longCachedWords } from '../../spec/long-cached.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const notLongCached = {
  id: 'client/not-long-cached',
  title: 'The client file is kept by caches for less than a week',
  failureTitle: 'The client file {found}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rfc9111,
  why: 'Browsers and caches in between go on to give the old file for all that time after a change: some people find the new homeserver, others still the old one. Element X keeps what it read for a day besides, FluffyChat for three.',
  fix: 'Send Cache-Control: max-age=3600 with {url}, and empty the cache of the CDN if there is one.',
  recipe: 'cache',
  evaluate: whereClientFileMembers((_members, { last, response }, facts) => {
    const found = longCachedWords(response.headers, new Date(facts.observedAt));
    if (found === null) return [pass()];
    const lines = ['Cache-Control', 'Expires', 'Age'].flatMap((name) =>
      headerValues(response.headers, name).map((value) => ({
        label: `${name} of ${last.url}`,
        value: value || 'empty',
      })),
    );
    return [fail({ values: { found, url: last.url }, evidence: lines, at: last })];
  }),
} as const satisfies Check;
