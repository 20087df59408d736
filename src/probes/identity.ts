import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { IDENTITY_PATH } from '../spec/constants.js';
import type { BaseUrl } from '../spec/well-known-client.js';
import { askAsWebClient } from './ask-as-web-client.js';

/** Whether an identity server is there: `GET <base URL>/_matrix/identity/v2`. */
export const askIdentity = (net: Net, at: Located, baseUrl: BaseUrl): Promise<HttpLook> =>
  askAsWebClient(net, at, baseUrl, IDENTITY_PATH);
