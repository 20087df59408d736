import type { FileFetch, HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { listWords } from '../../facts/words/list-words.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { type CorsReading, corsCheck, originsAlongChain } from '../../spec/cors.js';
import { misspeltCorsHeaders } from '../../spec/misspelt-cors-headers.js';

/** One answer on the way to a file, as a browser judges it. */
export interface CorsHop {
  readonly look: HttpLook;
  /** What the browser sends as Origin here: `null` (the text) once a redirect has led from one foreign origin to another. */
  readonly origin: string;
  readonly reading: CorsReading;
  /** Whether this is the answer that ends the chain. */
  readonly isLast: boolean;
}

/** Every answer on the way, redirects included, as a page of `origin` gets it. The browser demands the CORS headers of each (Fetch standard). */
export const corsHops = (fetch: FileFetch, origin = WEB_CLIENT_ORIGIN): readonly CorsHop[] => {
  const answered = fetch.hops.filter(({ response }) => response.kind === 'seen');
  const origins = originsAlongChain(
    origin,
    answered.map(({ url }) => url),
  );
  return answered.flatMap((look, index) => {
    const hop = corsHop(look, origins[index]);
    return hop === null ? [] : [{ ...hop, isLast: index === answered.length - 1 }];
  });
};

/** One answer as a page of `origin` gets it; null where none came. */
export const corsHop = (look: HttpLook, origin = WEB_CLIENT_ORIGIN): CorsHop | null => {
  const response = seenValue(look.response);
  return response === undefined ? null : { look, origin, reading: corsCheck(response.headers, origin), isLast: true };
};

/** The first answer that a page of a web client may not read, and why; null where it may read all. */
export const browserBlock = (fetch: FileFetch): { readonly hop: CorsHop; readonly words: string } | null => {
  const hop = corsHops(fetch).find(({ reading }) => reading.kind === 'blocked');
  return hop === undefined ? null : { hop, words: corsWords(hop.reading, hop.look) };
};

/** "no Access-Control-Allow-Origin", "Access-Control-Allow-Origin: https://example.net"; `look` for names that are misspelt. */
export const corsWords = (reading: CorsReading, look?: HttpLook): string => {
  if (reading.kind === 'readable')
    return `Access-Control-Allow-Origin: ${reading.by === 'star' ? '*' : 'the asking page'}`;
  switch (reading.fault) {
    case 'missing':
      return `no Access-Control-Allow-Origin${look === undefined ? '' : misspeltWords(look)}`;
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

/** " (browsers do not know Access_Control_Allow_Origin, which is there)"; empty where no name is misspelt. */
export const misspeltWords = ({ response }: HttpLook): string => {
  const misspelt = misspeltCorsHeaders(seenValue(response)?.headers ?? []);
  return misspelt.length === 0 ? '' : ` (browsers do not know ${listWords(misspelt)}, which is there)`;
};
