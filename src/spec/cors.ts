import { type HeaderLines, headerValues, listItems } from './header-lines.js';

/** The Fetch standard's CORS check: why a page of `origin` may not read this answer. `found` shows the header lines; null where there is none. */
export type CorsReading =
  | {
      readonly kind: 'readable';
      readonly by: 'star' | 'echo';
      /** An echoed origin without `Vary: Origin` is poisoned by caches. Never with `star`. */
      readonly varyMissing: boolean;
    }
  | {
      readonly kind: 'blocked';
      readonly fault: CorsFault;
      /** The lines' values, several with `, ` between them, as the browser joins them. */
      readonly found: string | null;
    };

export type CorsFault = 'missing' | 'several-lines' | 'several-values' | 'other-origin' | 'empty';

/**
 * `origin`: the serialised origin of the request, `null` (the text) after a cross-origin redirect from another origin. Byte for byte, as
 * the Fetch standard has it; credentials are not sent, so the star will do.
 */
export const corsCheck = (headers: HeaderLines, origin: string): CorsReading => {
  const lines = headerValues(headers, 'access-control-allow-origin');
  const [first] = lines;
  if (first === undefined) return { kind: 'blocked', fault: 'missing', found: null };
  const found = lines.join(', ');
  const blocked = (fault: CorsFault): CorsReading => ({ kind: 'blocked', fault, found });
  if (lines.length > 1) return blocked('several-lines');
  if (first === '*') return { kind: 'readable', by: 'star', varyMissing: false };
  if (first === origin) return { kind: 'readable', by: 'echo', varyMissing: !variesByOrigin(headers) };
  if (first === '') return blocked('empty');
  return blocked(/[,\s]/u.test(first) ? 'several-values' : 'other-origin');
};

/**
 * The origin that the browser sends with each request of a redirect chain, one for each URL: `null` once a redirect leads from an origin
 * that is not the page's own to yet another one (Fetch standard, the request's redirect-taint). To the page's own origin, before any other, the
 * browser sends none and demands nothing.
 */
export const originsAlongChain = (origin: string, urls: readonly string[]): readonly string[] => {
  let tainted = false;
  return urls.map((url, index) => {
    const previous = index === 0 ? undefined : originOf(urls[index - 1] ?? '');
    if (previous !== undefined && previous !== origin && previous !== originOf(url)) tainted = true;
    return tainted ? 'null' : origin;
  });
};

const variesByOrigin = (headers: HeaderLines): boolean =>
  listItems(headers, 'vary').some((name) => /^(origin|\*)$/iu.test(name));

/** The browser's own reading is wanted here, so WHATWG URL it is; what it cannot read has an origin of its own. */
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
