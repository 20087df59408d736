import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openNamespaceAlone } from './namespaces.mjs';
import { sitePlaceOf } from './places.mjs';
import { FILES, HOMESERVER, recipeZone, SERVER_NAME } from './recipe-home.mjs';
import { liveFolder, systemFiles, writeFiles } from './web-servers/disk.mjs';

/**
 * The sites to which recipes are applied: for each recipe addresses, a resolver that leads there, and a disk. A site stands in place of one of
 * the two hosts of the world in recipe-home.mjs; the other one stays as it is.
 * @param recipes as in recipes/index.mjs
 * @param home the place of that world
 */
export const openRecipeSites = ({ recipes, home, folder, suffix, programs }) => {
  const places = recipes.map(({ alone = false }, index) => sitePlaceOf(index + 1, alone));
  const hosts = { [SERVER_NAME]: Object.values(home.web), [HOMESERVER]: Object.values(home.homeserver) };
  const sites = new Map();

  /** @param network the namespaces, and the authority */
  const prepare = async ({ server, client, caFile, issue, atTheEnd }) => {
    for (const [index, recipe] of recipes.entries()) {
      const { host = SERVER_NAME, files = FILES, alone = false } = recipe;
      const place = places[index];
      const own = {
        programs,
        folder: join(folder, `site-${index + 1}`),
        ...place.site,
        name: host,
        live: liveFolder(host),
      };
      const issued = await issue({ names: [host] });
      await mkdir(own.folder);
      await writeFiles(join(own.folder, 'disk'), {
        ...(await systemFiles({ name: host, hosts, caFile, issued })),
        ...files,
      });
      const namespace = alone
        ? await openNamespaceAlone({ suffix, index: index + 1, client, place, atTheEnd })
        : server;
      sites.set(recipe, { namespace, resolver: place.resolver, here: own });
    }
  };

  return {
    /** Of the servers' shared namespace. */
    addresses: places.flatMap(({ resolver, site, client }) => [
      resolver,
      ...(client === null ? Object.values(site) : []),
    ]),
    /** As `startUnbound` takes them. */
    worlds: recipes.map(({ host = SERVER_NAME, server, alone = false }, index) => {
      const { resolver, site } = places[index];
      // An entry point of Traefik listens at one address, or at all of its machine.
      const listening = server === 'traefik' && !alone ? { v4: site.v4 } : site;
      return { resolver, zone: recipeZone(host, listening, home) };
    }),
    prepare,
    /** `{ namespace, resolver, here }` of a recipe, `here` as `startWebServer` takes it. */
    siteOf: (recipe) => sites.get(recipe),
  };
};
