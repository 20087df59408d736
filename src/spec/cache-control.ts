import { type HeaderLines, listItems } from './header-lines.js';

/** One directive of `Cache-Control` (RFC 9111, 5.2): the name in lower case, the value without quotes; null for those without one. */
export type CacheDirective = readonly [name: string, value: string | null];

/** The directives of all lines, in their order. */
export const cacheControl = (headers: HeaderLines): readonly CacheDirective[] =>
  listItems(headers, 'cache-control').map((directive) => {
    const [name = '', value = null] = directive.split(/=(.*)/su, 2);
    return [name.trim().toLowerCase(), value === null ? null : value.trim().replace(/^"(.*)"$/su, '$1')] as const;
  });

/** Whether it stands there without a value: `no-cache="set-cookie"` speaks of some headers only. */
export const hasDirective = (directives: readonly CacheDirective[], wanted: string): boolean =>
  directives.some(([name, value]) => name === wanted && value === null);

/** The seconds of the first such directive; null where there is none, or no whole number. */
export const directiveSeconds = (directives: readonly CacheDirective[], wanted: string): number | null =>
  deltaSeconds(directives.find(([name]) => name === wanted)?.[1]);

/** null where it is no whole number. A negative one, which no rule allows but servers send, means stale. */
export const deltaSeconds = (text: string | null | undefined): number | null => {
  if (text === null || text === undefined || !/^-?[0-9]+$/.test(text)) return null;
  return Math.min(Math.max(0, Number(text)), Number.MAX_SAFE_INTEGER);
};
