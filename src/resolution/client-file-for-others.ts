import type { FileForOrigin } from '../facts/client.js';
import { type Observation, seen } from '../facts/observation.js';
import type { Net } from '../net/net.js';
import { CLIENT_FILE_PATH, OTHER_ORIGINS } from '../spec/constants.js';
import type { ServerName } from '../spec/server-name.js';
import type { Located } from './destinations.js';
import { followRedirects } from './redirect-chain.js';
import { httpsUrl } from './redirect-location.js';

/** The client file at one address, as pages of other origins and programs without an origin get it. */
export const fetchClientFileForOthers = async (
  { hostname }: ServerName,
  net: Net,
  at: Observation<Located>,
): Promise<Observation<readonly FileForOrigin[]>> => {
  if (at.kind !== 'seen') return at;
  const url = httpsUrl(hostname, 443, CLIENT_FILE_PATH);
  const fetches = [...OTHER_ORIGINS, null].map(async (origin) => ({
    origin,
    fetch: await followRedirects(net, url, at.value, origin),
  }));
  return seen(await Promise.all(fetches));
};
