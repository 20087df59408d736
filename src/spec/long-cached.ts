import { cacheLifetime } from './cache-lifetime.js';
import { type HeaderLines, headerValues, listItems } from './header-lines.js';

/** From a week on, a change does not reach people in any time that they would wait. */
const WEEK_SECONDS = 7 * 86_400;
const DAY_SECONDS = 86_400;

/**
 * Why an answer lives on in caches long after it was changed, as the end of "the answer ..."; null where it does not. Of what a cache in between
 * adds (Age), only an excess of more than a day is told: within that, caches may well be allowed to give stale answers.
 */
export const longCachedWords = (headers: HeaderLines, now: Date): string | null => {
  const age = wholeNumber(headerValues(headers, 'age')[0]) ?? 0;
  const withoutAge = headers.filter(([name]) => name.toLowerCase() !== 'age');
  const declared = cacheLifetime(withoutAge, true, now).declaredSeconds;
  const days = (seconds: number): string => `${Math.floor(seconds / DAY_SECONDS)} days`;
  if (declared !== null && declared >= WEEK_SECONDS) return `may be kept for ${days(declared)}`;
  if (declared !== null && declared > DAY_SECONDS && hasDirective(headers, 'immutable')) {
    return `says that it never changes (immutable) for ${days(declared)}`;
  }
  const allowed = Math.max(
    ...['max-age', 's-maxage'].map((name) => directiveSeconds(headers, name)),
    directiveSeconds(headers, 'stale-while-revalidate') + directiveSeconds(headers, 'max-age'),
  );
  return age > allowed + DAY_SECONDS ? `comes from a cache that has had it for ${days(age)}` : null;
};

const hasDirective = (headers: HeaderLines, name: string): boolean =>
  listItems(headers, 'cache-control').some((directive) => directive.toLowerCase() === name);

/** 0 where it is not there. */
const directiveSeconds = (headers: HeaderLines, name: string): number =>
  listItems(headers, 'cache-control').reduce((found, directive) => {
    const [word = '', value] = directive.split('=', 2);
    return word.trim().toLowerCase() === name ? (wholeNumber(value?.trim().replaceAll('"', '')) ?? found) : found;
  }, 0);

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
