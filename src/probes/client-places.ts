import type { HomeserverFacts, IdentityServerFacts } from '../facts/client.js';
import type { HttpLook } from '../facts/http.js';
import { failed, type Observation, seen } from '../facts/observation.js';
import type { Net } from '../net/net.js';
import type { BaseUrlPlace } from '../resolution/client.js';
import { noAddress } from '../resolution/no-address.js';
import { askClientVersions } from './client-versions.js';
import { firstConnected } from './first-connected.js';
import { askIdentity } from './identity.js';

/** The homeserver that the client file names, asked for its versions at every address. */
export const askHomeserver = async (
  net: Net,
  place: Observation<BaseUrlPlace>,
): Promise<Observation<HomeserverFacts>> => {
  if (place.kind !== 'seen') return place;
  const { baseUrl, addresses, located } = place.value;
  const versions = await Promise.all(located.map((at) => askClientVersions(net, at, baseUrl)));
  return seen({ baseUrl: baseUrl.written, addresses, versions });
};

/** The identity server that the client file names, asked at the first of its addresses that takes the connection. */
export const askIdentityServer = async (
  net: Net,
  place: Observation<BaseUrlPlace>,
): Promise<Observation<IdentityServerFacts>> => {
  if (place.kind !== 'seen') return place;
  const { baseUrl, addresses, located } = place.value;
  const look = await firstConnected(located, (at) => askIdentity(net, at, baseUrl));
  return look === undefined ? failed(noAddress(addresses)) : seen({ baseUrl: baseUrl.written, look });
};

/** The server name taken as a base URL, as some clients do where there is no file. */
export const askDirectly = async (net: Net, place: Observation<BaseUrlPlace>): Promise<Observation<HttpLook>> => {
  if (place.kind !== 'seen') return place;
  const { baseUrl, addresses, located } = place.value;
  const look = await firstConnected(located, (at) => askClientVersions(net, at, baseUrl));
  return look === undefined ? failed(noAddress(addresses)) : seen(look);
};
