import type { HeaderLines } from './header-lines.js';

/** How long a careful homeserver keeps a well-known answer (Server-Server specification, "Resolving server names"). */
export interface CacheLifetime {
  /** 24 h without a usable header, at most 48 h, at least 5 minutes; 1 h for an error. */
  readonly seconds: number;
  /** What the header lines ask for, before any limit; null where they say nothing usable. `no-store` is 0. */
  readonly declaredSeconds: number | null;
  readonly source: 'cache-control' | 'expires' | 'default' | 'error';
}

/** `usable`: a status 200 with a valid file. RFC 9111: Cache-Control max-age before Expires; heuristics from Last-Modified are not used. */
export const cacheLifetime = (headers: HeaderLines, usable: boolean, now: Date): CacheLifetime => {
  throw new Error(`not written yet: ${headers.length} ${usable} ${now.toISOString()}`);
};
