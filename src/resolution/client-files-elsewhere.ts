import { isIP } from 'node:net';
import type { WellKnownFile } from '../facts/http.js';
import { hasUnansweredLookup } from '../facts/lookup-state.js';
import type { Net } from '../net/net.js';
import { CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import type { ServerName } from '../spec/server-name.js';
import { bareHost } from './addresses.js';
import type { ClientWalk } from './client.js';
import { fetchFile } from './well-known.js';

/** Of the walk of clients. */
export type WhatIsKnown = Pick<ClientWalk, 'homeserver' | 'members' | 'fileHost'>;

/**
 * The client file where clients do not look: on the host of the base URL, as a copy; and where the server name has no usable file, on the hosts
 * beside it on which it is put by mistake. Not on the server name and the delegated host, and not on IP addresses.
 */
export const fetchClientFilesElsewhere = (
  name: ServerName,
  delegatedName: ServerName | null,
  client: WhatIsKnown,
  net: Net,
): Promise<readonly WellKnownFile[]> => {
  const known = [name, ...(delegatedName === null ? [] : [delegatedName])].map(({ hostname }) => sameHost(hostname));
  const hosts = client.members === null ? hostsBeside(name, client) : hostOfBaseUrl(client.homeserver);
  return Promise.all(
    hosts
      .filter((host) => isIP(bareHost(host)) === 0 && !known.includes(sameHost(host)))
      .map((host) => fetchFile(net, host, CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN)),
  );
};

/**
 * None beside `www.example.com` and `matrix.example.com`, which are such hosts themselves, and none where DNS gives no answer: it would give none
 * for them either.
 */
const hostsBeside = ({ kind, hostname }: ServerName, { fileHost }: WhatIsKnown): readonly string[] => {
  if (kind !== 'dns' || /^(matrix|www)\./i.test(hostname)) return [];
  return fileHost.addresses.length === 0 && hasUnansweredLookup(fileHost)
    ? []
    : [`matrix.${hostname}`, `www.${hostname}`];
};

const hostOfBaseUrl = (homeserver: ClientWalk['homeserver']): readonly string[] =>
  homeserver.kind === 'seen' ? [homeserver.value.baseUrl.host] : [];

const sameHost = (host: string): string => bareHost(host).toLowerCase();
