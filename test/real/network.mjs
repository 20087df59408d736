import { join } from 'node:path';
import { openAuthority } from './certificates.mjs';
import { openNamespaces } from './namespaces.mjs';
import { startNginx } from './nginx.mjs';
import { addressesOf, placeOf } from './places.mjs';
import { builtSite } from './sites.mjs';
import { startSynapse } from './synapse.mjs';
import { startUnbound } from './unbound.mjs';

const FIRST_SYNAPSE_PORT = 8100;

/**
 * Builds every world in one network: namespaces, an authority, one unbound, one nginx, and one Synapse for each server name that a site
 * stands in front of.
 * @param worlds functions as in cases.mjs
 * @param folder for everything that the servers write
 * @param atTheEnd takes what is to be done when all is over
 */
export const openNetwork = async ({ worlds, folder, suffix, python, atTheEnd }) => {
  const places = new Map(worlds.map((world, index) => [world, placeOf(index + 1)]));
  const built = worlds.map((world) => world(places.get(world)));
  const backends = [...new Set(built.flatMap(({ sites }) => sites.flatMap(({ backend }) => backend ?? [])))];
  const synapsePort = (serverName) => FIRST_SYNAPSE_PORT + backends.indexOf(serverName);

  const addresses = [...places.values()].flatMap(addressesOf);
  const [{ resolver }] = places.values();
  const namespaces = await openNamespaces({ suffix, addresses, resolver, atTheEnd });
  const authority = await openAuthority(folder);
  const sites = await Promise.all(
    built.flatMap((world) => world.sites).map((site) => builtSite(site, authority.issue, synapsePort)),
  );
  await Promise.all([
    startUnbound({
      folder,
      namespace: namespaces.server,
      worlds: worlds.map((world, index) => ({ ...built[index], resolver: places.get(world).resolver })),
    }),
    startNginx({ folder, namespace: namespaces.server, sites }),
    ...backends.map((serverName) => {
      const port = synapsePort(serverName);
      const ownFolder = join(folder, `synapse-${port}`);
      return startSynapse({ python, folder: ownFolder, namespace: namespaces.server, serverName, port });
    }),
  ]);
  return {
    ...namespaces,
    caFile: authority.caFile,
    placeOf: (world) => places.get(world),
    serverNameOf: (world) => built[worlds.indexOf(world)].serverName,
    backends,
  };
};
