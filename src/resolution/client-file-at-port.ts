import type { WellKnownFile } from '../facts/http.js';
import { type Observation, seen, skipped } from '../facts/observation.js';
import type { Net } from '../net/net.js';
import { CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import type { ServerName } from '../spec/server-name.js';
import { fetchFile } from './well-known.js';

/** The client file at the port of the server name, where clients look that do not strip it. */
export const fetchClientFileAtPort = async (
  { hostname, port }: ServerName,
  net: Net,
): Promise<Observation<WellKnownFile>> => {
  if (port === null) return skipped('the server name has no port');
  if (port === 443) return skipped('the port of the server name is 443, where every client looks');
  return seen(await fetchFile(net, hostname, CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN, port));
};
