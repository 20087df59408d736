import { certificateFaults } from '../facts/certificate-state.js';
import { listedVersions } from '../facts/client-state.js';
import type { HttpLook } from '../facts/http.js';
import { type Observation, seen, skipped } from '../facts/observation.js';
import type { Net } from '../net/net.js';
import type { BaseUrlPlace, ClientWalk } from '../resolution/client.js';
import type { Located } from '../resolution/destinations.js';
import type { BaseUrl } from '../spec/well-known-client.js';
import { askDirectly } from './client-places.js';
import { askClientVersions } from './client-versions.js';

/** Where clients end up: a base URL, and one address there that answers as a homeserver does. */
export interface ClientHome {
  readonly baseUrl: BaseUrl;
  readonly at: Located;
  readonly versions: HttpLook;
}

/**
 * The homeserver that the client file names, or where there is no file, the name itself; skipped where no address lists versions there. The first
 * that does counts, before others only where its certificate is in order. The questions are those of `client-places.ts`, which the port asks once.
 */
export const findClientHome = async (
  net: Net,
  { homeserver, direct }: Pick<ClientWalk, 'homeserver' | 'direct'>,
  observedAt: string,
): Promise<Observation<ClientHome>> => {
  if (homeserver.kind === 'seen') return firstHome(net, homeserver.value, observedAt);
  if (direct.kind !== 'seen') return homeserver;
  const { baseUrl, located } = direct.value;
  const asked = await askDirectly(net, direct);
  const versions = asked.kind === 'seen' ? asked.value : undefined;
  const at = located.find(({ destination }) => destination.address === versions?.destination.address);
  return versions === undefined || at === undefined || listedVersions(versions) === null
    ? nobodyHome(baseUrl)
    : seen({ baseUrl, at, versions });
};

const firstHome = async (
  net: Net,
  { baseUrl, located }: BaseUrlPlace,
  observedAt: string,
): Promise<Observation<ClientHome>> => {
  let first: ClientHome | undefined;
  for (const at of located) {
    const home = { baseUrl, at, versions: await askClientVersions(net, at, baseUrl) };
    if (listedVersions(home.versions) === null) continue;
    if (certificateFaults(home.versions, observedAt).length === 0) return seen(home);
    first ??= home;
  }
  return first === undefined ? nobodyHome(baseUrl) : seen(first);
};

const nobodyHome = ({ written }: BaseUrl) =>
  skipped(`no homeserver answers the question for its versions at ${written}`);
