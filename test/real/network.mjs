import { join } from 'node:path';
import { openAuthority } from './certificates.mjs';
import { openNamespaces } from './namespaces.mjs';
import { startNginx } from './nginx.mjs';
import { addressesOf, placeOf } from './places.mjs';
import { HOMESERVER, recipeHome, SERVER_NAME, SYNAPSE_WITH_SERVICE } from './recipe-home.mjs';
import { openRecipeSites } from './recipe-sites.mjs';
import { builtSite } from './sites.mjs';
import { startSynapse } from './synapse.mjs';
import { startUnbound } from './unbound.mjs';

/** Where a Synapse listens by default: recipes lead to the first one there. */
const FIRST_SYNAPSE_PORT = 8008;

/**
 * Builds every world in one network: namespaces, an authority, one unbound, one nginx, and one Synapse for each server name that a site
 * stands in front of.
 * @param worlds functions as in cases.mjs, and recipeHome where there are recipes; the client's own resolver is that of the first
 * @param recipes as in recipes/index.mjs
 * @param programs as findComponents gives them
 * @param folder for everything that the servers write
 * @param atTheEnd takes what is to be done when all is over
 */
export const openNetwork = async ({ worlds, recipes, folder, suffix, programs, atTheEnd }) => {
  const places = new Map(worlds.map((world, index) => [world, placeOf(index + 1)]));
  const built = worlds.map((world) => world(places.get(world)));
  const ofSites = built.flatMap(({ sites }) => sites.flatMap(({ backend }) => backend ?? []));
  const backends = [...new Set([...(recipes.length > 0 ? [SERVER_NAME] : []), ...ofSites])];
  const synapsePort = (serverName) => FIRST_SYNAPSE_PORT + backends.indexOf(serverName);
  const more = recipes.length > 0 ? [SYNAPSE_WITH_SERVICE] : [];
  const recipeSites = openRecipeSites({ recipes, home: places.get(recipeHome), folder, suffix, programs });

  const addresses = [...[...places.values()].flatMap(addressesOf), ...recipeSites.addresses];
  const [{ resolver }] = places.values();
  const namespaces = await openNamespaces({ suffix, addresses, resolver, atTheEnd });
  const authority = await openAuthority(folder);
  const recipesReady = recipeSites.prepare({ ...namespaces, ...authority, atTheEnd });
  const sites = await Promise.all(
    built.flatMap((world) => world.sites).map((site) => builtSite(site, authority.issue, synapsePort)),
  );
  await recipesReady;
  await Promise.all([
    startUnbound({
      folder,
      namespace: namespaces.server,
      worlds: [
        ...worlds.map((world, index) => ({ ...built[index], resolver: places.get(world).resolver })),
        ...recipeSites.worlds,
      ],
    }),
    startNginx({ folder, namespace: namespaces.server, sites }),
    ...backends.map((serverName) => {
      const port = synapsePort(serverName);
      const ownFolder = join(folder, `synapse-${port}`);
      const baseUrl = serverName === SERVER_NAME ? `https://${HOMESERVER}` : undefined;
      return startSynapse({ ...programs, folder: ownFolder, namespace: namespaces.server, serverName, port, baseUrl });
    }),
    ...more.map((settings) =>
      startSynapse({
        ...settings,
        ...programs,
        folder: join(folder, `synapse-${settings.port}`),
        namespace: namespaces.server,
      }),
    ),
  ]);
  return {
    ...namespaces,
    caFile: authority.caFile,
    placeOf: (world) => places.get(world),
    serverNameOf: (world) => built[worlds.indexOf(world)].serverName,
    synapses: backends.length + more.length,
    siteOf: recipeSites.siteOf,
  };
};
