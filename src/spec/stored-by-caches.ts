import { cacheControl, directiveSeconds, hasDirective } from './cache-control.js';
import { cacheLifetime } from './cache-lifetime.js';
import type { HeaderLines } from './header-lines.js';

/**
 * Whether an answer tells caches between server and browser to keep it (RFC 9111): a lifetime greater than 0 by `s-maxage`, `max-age` or
 * `Expires`, and neither `private`, `no-store` nor `no-cache`. An answer that says nothing is not counted, though a cache may keep that too.
 */
export const isStoredByCaches = (headers: HeaderLines, now: Date): boolean => {
  const directives = cacheControl(headers);
  if (['private', 'no-store', 'no-cache'].some((name) => hasDirective(directives, name))) return false;
  const shared = directiveSeconds(directives, 's-maxage');
  if (shared !== null) return shared > 0;
  return (cacheLifetime(headers, true, now).declaredSeconds ?? 0) > 0;
};
