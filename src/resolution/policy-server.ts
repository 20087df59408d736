import type { WellKnownFile } from '../facts/http.js';
import type { Net } from '../net/net.js';
import { POLICY_SERVER_FILE_PATH, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import type { ServerName } from '../spec/server-name.js';
import { fetchFile } from './well-known.js';

/** `https://<hostname>/.well-known/matrix/policy_server` at every address, as a web client asks for it. */
export const fetchPolicyServerFile = (name: ServerName, net: Net): Promise<WellKnownFile> =>
  fetchFile(net, name.hostname, POLICY_SERVER_FILE_PATH, WEB_CLIENT_ORIGIN);
