import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { ANSWER_MAX_BYTES, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import { type BaseUrl, endpointUrl } from '../spec/well-known-client.js';

/** A GET below a base URL, as a page of a web client sends it. */
export const askAsWebClient = (
  net: Net,
  { destination, dnsMs }: Located,
  baseUrl: BaseUrl,
  path: string,
): Promise<HttpLook> =>
  net.request({
    method: 'GET',
    url: endpointUrl(baseUrl, path),
    path: `${baseUrl.path}${path}`,
    destination,
    headers: [['Origin', WEB_CLIENT_ORIGIN]],
    maxBytes: ANSWER_MAX_BYTES,
    dnsMs,
  });
