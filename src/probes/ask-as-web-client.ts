import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { ANSWER_MAX_BYTES, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import { type BaseUrl, endpointUrl } from '../spec/well-known-client.js';

interface Manner {
  /** The origin of the page; null: no page asks. */
  readonly origin?: string | null;
  readonly onlyTls12?: boolean;
}

/** A GET below a base URL, as a page of a web client sends it. */
export const askAsWebClient = (
  net: Pick<Net, 'request'>,
  { destination, dnsMs }: Located,
  baseUrl: BaseUrl,
  path: string,
  { origin = WEB_CLIENT_ORIGIN, onlyTls12 = false }: Manner = {},
): Promise<HttpLook> =>
  net.request({
    method: 'GET',
    url: endpointUrl(baseUrl, path),
    path: `${baseUrl.path}${path}`,
    destination,
    headers: origin === null ? [] : [['Origin', origin]],
    maxBytes: ANSWER_MAX_BYTES,
    onlyTls12,
    dnsMs,
  });
