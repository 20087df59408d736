import { cacheControl, deltaSeconds, directiveSeconds, hasDirective } from './cache-control.js';
import { cacheLifetime } from './cache-lifetime.js';
import { type HeaderLines, headerValues } from './header-lines.js';

/** From a week on, a change does not reach people in any time that they would wait. */
const WEEK_SECONDS = 7 * 86_400;
const DAY_SECONDS = 86_400;

/**
 * Why an answer lives on in caches long after it was changed, as the end of "the answer ..."; null where it does not. Of what a cache in between
 * adds (Age), only an excess of more than a day is told: within that, caches may well be allowed to give stale answers.
 */
export const longCachedWords = (headers: HeaderLines, now: Date): string | null => {
  const age = deltaSeconds(headerValues(headers, 'age')[0]) ?? 0;
  const directives = cacheControl(headers);
  const asked = (name: string): number => directiveSeconds(directives, name) ?? 0;
  const withoutAge = headers.filter(([name]) => name.toLowerCase() !== 'age');
  const declared = cacheLifetime(withoutAge, true, now).declaredSeconds;
  const days = (seconds: number): string => `${Math.floor(seconds / DAY_SECONDS)} days`;
  if (declared !== null && declared >= WEEK_SECONDS) return `may be kept for ${days(declared)}`;
  if (declared !== null && declared > DAY_SECONDS && hasDirective(directives, 'immutable')) {
    return `says that it never changes (immutable) for ${days(declared)}`;
  }
  const allowed = Math.max(asked('s-maxage'), asked('max-age') + asked('stale-while-revalidate'));
  return age > allowed + DAY_SECONDS ? `comes from a cache that has had it for ${days(age)}` : null;
};
