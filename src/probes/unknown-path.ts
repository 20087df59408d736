import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { UNKNOWN_FEDERATION_PATH } from '../spec/constants.js';
import { askAsServer } from './ask-as-server.js';

/** What the server says to a federation request that it cannot know: 404 M_UNRECOGNIZED, if the request reaches it. */
export const askUnknownPath = (net: Net, at: Located): Promise<HttpLook> =>
  askAsServer(net, at, UNKNOWN_FEDERATION_PATH);
