import type { FileFetch, HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { type CorsReading, corsCheck, originsAlongChain } from '../../spec/cors.js';

/** One answer on the way to a file, as a browser judges it. */
export interface CorsHop {
  readonly look: HttpLook;
  /** What the browser sends as Origin here: `null` (the text) once a redirect has led from one foreign origin to another. */
  readonly origin: string;
  readonly reading: CorsReading;
  /** Whether this is the answer that ends the chain. */
  readonly isLast: boolean;
}

/** Every answer on the way, redirects included. The browser demands the CORS headers of each (Fetch standard). */
export const corsHops = (fetch: FileFetch): readonly CorsHop[] => {
  const answered = fetch.hops.flatMap((look) => {
    const response = seenValue(look.response);
    return response === undefined ? [] : [{ look, response }];
  });
  const origins = originsAlongChain(
    WEB_CLIENT_ORIGIN,
    answered.map(({ look }) => look.url),
  );
  return answered.map(({ look, response }, index) => {
    const origin = origins[index] ?? WEB_CLIENT_ORIGIN;
    return {
      look,
      origin,
      reading: corsCheck(response.headers, origin),
      isLast: index === answered.length - 1,
    };
  });
};

/** The first answer that a page of a web client may not read, and why; null where it may read all. */
export const browserBlock = (fetch: FileFetch): { readonly hop: CorsHop; readonly words: string } | null => {
  const hop = corsHops(fetch).find(({ reading }) => reading.kind === 'blocked');
  return hop === undefined ? null : { hop, words: corsWords(hop.reading) };
};

/** "no Access-Control-Allow-Origin", "Access-Control-Allow-Origin: https://example.net" */
export const corsWords = (reading: CorsReading): string => {
  if (reading.kind === 'readable')
    return `Access-Control-Allow-Origin: ${reading.by === 'star' ? '*' : 'the asking page'}`;
  switch (reading.fault) {
    case 'missing':
      return 'no Access-Control-Allow-Origin';
    case 'empty':
      return 'an empty Access-Control-Allow-Origin';
    case 'several-lines':
      return `Access-Control-Allow-Origin more than once: ${reading.found}`;
    case 'several-values':
      return `several values in Access-Control-Allow-Origin: ${reading.found}`;
    default:
      return `Access-Control-Allow-Origin: ${reading.found}`;
  }
};
