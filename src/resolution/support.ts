import type { WellKnownFile } from '../facts/http.js';
import type { Net } from '../net/net.js';
import { SUPPORT_FILE_PATH, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import type { ServerName } from '../spec/server-name.js';
import { fetchFile } from './well-known.js';

/** `https://<hostname>/.well-known/matrix/support` at every address, as a web client asks for it. */
export const fetchSupportFile = (name: ServerName, net: Net): Promise<WellKnownFile> =>
  fetchFile(net, name.hostname, SUPPORT_FILE_PATH, WEB_CLIENT_ORIGIN);
