import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { FEDERATION_VERSION_PATH } from '../spec/constants.js';
import { askAsServer } from './ask-as-server.js';

/** Which software answers there: `GET /_matrix/federation/v1/version`. */
export const askFederationVersion = (net: Net, at: Located): Promise<HttpLook> =>
  askAsServer(net, at, FEDERATION_VERSION_PATH);
