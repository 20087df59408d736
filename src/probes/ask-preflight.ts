import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { ANSWER_MAX_BYTES, WEB_CLIENT_ORIGIN } from '../spec/constants.js';

export interface PreflightQuestion {
  readonly url: string;
  /** Path and query. */
  readonly path: string;
  /** Of the request that is to follow. */
  readonly method: 'GET' | 'POST';
  /** The names of its headers that need leave, in lower case and sorted. */
  readonly headers: readonly string[];
}

/** `OPTIONS` as a browser sends it before a request of a page (Fetch standard, "CORS-preflight fetch"). */
export const askPreflight = (
  net: Pick<Net, 'request'>,
  { destination, dnsMs }: Located,
  { url, path, method, headers }: PreflightQuestion,
): Promise<HttpLook> =>
  net.request({
    method: 'OPTIONS',
    url,
    path,
    destination,
    headers: [
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', method],
      ['Access-Control-Request-Headers', headers.join(',')],
      ['Origin', WEB_CLIENT_ORIGIN],
    ],
    maxBytes: ANSWER_MAX_BYTES,
    dnsMs,
  });
