import { caddyFile, caddyProxy, nginxFile, nginxProxy } from './file-blocks.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';

export const dotFiles = {
  title: 'take {path} out of the rule against hidden files',
  servers: {
    nginx: { file: nginxFile, proxy: nginxProxy },
    apache: {
      any: recipeText(
        {
          where: PLACES.apacheSite,
          lines: `
<Location "/.well-known/matrix/">
  Require all granted
</Location>
`,
        },
        String.raw`A RedirectMatch that forbids them has to spare it: RedirectMatch 403 "/\.(?!well-known/)"`,
      ),
    },
    caddy: { file: caddyFile, proxy: caddyProxy },
    haproxy: {
      any: recipeText({
        where: 'in the frontend of {host}, in place of its "http-request deny" line for hidden files',
        lines: 'http-request deny if { path_sub /. } !{ path_beg /.well-known/matrix/ }',
      }),
    },
    traefik: { because: 'Traefik has no such rule: look at the service that the router passes {path} on to.' },
  },
} as const satisfies Recipe;
