import { cacheLifetime } from './cache-lifetime.js';
import { type HeaderLines, listItems } from './header-lines.js';

/**
 * Whether an answer tells caches between server and browser to keep it (RFC 9111): a lifetime greater than 0 by `s-maxage`, `max-age` or
 * `Expires`, and neither `private`, `no-store` nor `no-cache`. An answer that says nothing is not counted, though a cache may keep that too.
 */
export const isStoredByCaches = (headers: HeaderLines, now: Date): boolean => {
  const directives = listItems(headers, 'cache-control').map((directive) => directive.toLowerCase());
  if (directives.some((directive) => /^(private|no-store|no-cache)$/u.test(directive))) return false;
  const shared = directives.find((directive) => directive.startsWith('s-maxage='));
  if (shared !== undefined) return /^s-maxage="?0*[1-9]/u.test(shared);
  return (cacheLifetime(headers, true, now).declaredSeconds ?? 0) > 0;
};
