import { cacheControl, deltaSeconds, directiveSeconds, hasDirective } from './cache-control.js';
import { type HeaderLines, headerValues } from './header-lines.js';

/** How long a careful homeserver keeps a well-known answer (Server-Server specification, "Resolving server names"). */
export interface CacheLifetime {
  /** 24 h without a usable header, at most 48 h, at least 5 minutes; 1 h for an error. */
  readonly seconds: number;
  /** What the header lines ask for, before any limit; null where they say nothing usable. `no-store` and `no-cache` are 0. */
  readonly declaredSeconds: number | null;
  readonly source: 'cache-control' | 'expires' | 'default' | 'error';
}

/**
 * `usable`: a status 200 with a valid file. RFC 9111: Cache-Control max-age before Expires, both less the Age that an answer comes with;
 * heuristics from Last-Modified are not used, nor is s-maxage, which is for shared caches.
 */
export const cacheLifetime = (headers: HeaderLines, usable: boolean, now: Date): CacheLifetime => {
  const declared = declaredLifetime(headers, now);
  if (!usable) return { seconds: ERROR_SECONDS, declaredSeconds: declared?.seconds ?? null, source: 'error' };
  if (declared === null) return { seconds: DEFAULT_SECONDS, declaredSeconds: null, source: 'default' };
  const seconds = Math.min(Math.max(declared.seconds, LEAST_SECONDS), MOST_SECONDS);
  return { seconds, declaredSeconds: declared.seconds, source: declared.source };
};

const DEFAULT_SECONDS = 86_400;
const MOST_SECONDS = 172_800;
const ERROR_SECONDS = 3600;
/** Synapse's; the specification has no lower limit. */
const LEAST_SECONDS = 300;

interface Declared {
  readonly seconds: number;
  readonly source: 'cache-control' | 'expires';
}

const declaredLifetime = (headers: HeaderLines, now: Date): Declared | null => {
  const directives = cacheControl(headers);
  if (directives.some(([name]) => name === 'no-store') || hasDirective(directives, 'no-cache')) {
    return { seconds: 0, source: 'cache-control' };
  }
  const age = deltaSeconds(headerValues(headers, 'age')[0]) ?? 0;
  const maxAge = directiveSeconds(directives, 'max-age');
  if (maxAge !== null) return { seconds: Math.max(0, maxAge - age), source: 'cache-control' };

  const expires = headerValues(headers, 'expires')[0];
  if (expires === undefined) return null;
  const from = httpDate(headerValues(headers, 'date')[0]) ?? now.getTime();
  // What is no date, such as 0, means that the answer is stale already.
  const seconds = Math.floor(((httpDate(expires) ?? from) - from) / 1000);
  return { seconds: Math.max(0, seconds - age), source: 'expires' };
};

/** Milliseconds since 1970 of any of the three forms of an HTTP date (RFC 9110, 5.6.7); null where it is none. */
const httpDate = (text: string | undefined): number | null => {
  if (text === undefined || !/^(mon|tue|wed|thu|fri|sat|sun)/iu.test(text)) return null;
  const time = Date.parse(/ (GMT|UTC)$/iu.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
};
