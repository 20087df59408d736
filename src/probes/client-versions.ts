import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { CLIENT_VERSIONS_PATH } from '../spec/constants.js';
import type { BaseUrl } from '../spec/well-known-client.js';
import { askAsWebClient } from './ask-as-web-client.js';

/** Whether a homeserver is there, and which versions of the specification it speaks: `GET <base URL>/_matrix/client/versions`. */
export const askClientVersions = (net: Net, at: Located, baseUrl: BaseUrl): Promise<HttpLook> =>
  askAsWebClient(net, at, baseUrl, CLIENT_VERSIONS_PATH);
