import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { SIGNING_KEYS_PATH } from '../spec/constants.js';
import { askAsServer } from './ask-as-server.js';

/** With which keys the server signs: `GET /_matrix/key/v2/server`. */
export const askSigningKeys = (net: Net, at: Located): Promise<HttpLook> => askAsServer(net, at, SIGNING_KEYS_PATH);
