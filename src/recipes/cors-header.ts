import { nginxFile } from './file-blocks.js';
import { ADD_HEADER_NOTE, MOD_HEADERS_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_MIDDLEWARE_NOTE, traefikHeaders } from './traefik-router.js';

export const corsHeader = {
  title: 'send Access-Control-Allow-Origin once with {path}, whoever else sends it',
  servers: {
    nginx: {
      file: nginxFile,
      proxy: recipeText(
        {
          where: PLACES.nginxLocation,
          lines: `
proxy_hide_header Access-Control-Allow-Origin;
add_header Access-Control-Allow-Origin * always;
`,
        },
        ADD_HEADER_NOTE,
      ),
    },
    apache: {
      any: recipeText(
        {
          where: PLACES.apacheSite,
          lines: `
<Location "{path}">
  Header onsuccess unset Access-Control-Allow-Origin
  Header always set Access-Control-Allow-Origin "*"
</Location>
`,
        },
        MOD_HEADERS_NOTE,
      ),
    },
    caddy: {
      file: recipeText({ where: PLACES.caddySite, lines: 'header {path} Access-Control-Allow-Origin *' }),
      proxy: recipeText(
        {
          where: PLACES.caddySite,
          lines: `
header {path} {
  Access-Control-Allow-Origin *
  defer
}
`,
        },
        '"defer" sets the header after the answer has come, so that it takes the place of others.',
      ),
    },
    haproxy: {
      any: recipeText({
        where: PLACES.haproxyFrontend,
        lines: `
http-request set-var(txn.matrix_path) bool(true) if { path {path} }
http-after-response set-header Access-Control-Allow-Origin "*" if { var(txn.matrix_path) -m bool }
`,
      }),
    },
    traefik: {
      any: recipeText(
        { where: PLACES.traefikFile, lines: traefikHeaders({ 'Access-Control-Allow-Origin': '*' }) },
        TRAEFIK_MIDDLEWARE_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
