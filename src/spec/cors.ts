import type { HeaderLines } from './header-lines.js';

/** The Fetch standard's CORS check: why a page of `origin` may not read this answer. `found` shows the header lines; null where there is none. */
export type CorsReading =
  | {
      readonly kind: 'readable';
      readonly by: 'star' | 'echo' /** An echoed origin without `Vary: Origin` is poisoned by caches. */;
      readonly varyMissing: boolean;
    }
  | {
      readonly kind: 'blocked';
      readonly fault: 'missing' | 'several-lines' | 'several-values' | 'other-origin' | 'empty';
      readonly found: string | null;
    };

/** `origin`: the serialised origin of the request, `null` (the text) after a cross-origin redirect from another origin. */
export const corsCheck = (headers: HeaderLines, origin: string): CorsReading => {
  throw new Error(`not written yet: ${headers.length} ${origin}`);
};

/** The origin that the browser sends with each request of a redirect chain: `null` once a redirect leaves an origin that is not the page's own. */
export const originsAlongChain = (origin: string, urls: readonly string[]): readonly string[] => {
  throw new Error(`not written yet: ${origin} ${urls.length}`);
};
