import { nginxFile } from './file-blocks.js';
import { ADD_HEADER_NOTE, MOD_HEADERS_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_MIDDLEWARE_NOTE, traefikHeaders } from './traefik-router.js';

export const contentType = {
  title: 'label {path} as application/json, once',
  servers: {
    nginx: {
      file: nginxFile,
      proxy: recipeText(
        {
          where: PLACES.nginxLocation,
          lines: `
proxy_hide_header Content-Type;
add_header Content-Type application/json always;
`,
        },
        ADD_HEADER_NOTE,
      ),
    },
    apache: {
      file: recipeText({
        where: PLACES.apacheSite,
        lines: `
<Location "{path}">
  ForceType application/json
</Location>
`,
      }),
      proxy: recipeText(
        {
          where: PLACES.apacheSite,
          lines: `
<Location "{path}">
  Header set Content-Type "application/json"
</Location>
`,
        },
        MOD_HEADERS_NOTE,
      ),
    },
    caddy: {
      file: recipeText({ where: PLACES.caddySite, lines: 'header {path} Content-Type application/json' }),
      proxy: recipeText({
        where: PLACES.caddySite,
        lines: `
header {path} {
  Content-Type application/json
  defer
}
`,
      }),
    },
    haproxy: {
      any: recipeText({
        where: PLACES.haproxyFrontend,
        lines: `
http-request set-var(txn.matrix_path) bool(true) if { path {path} }
http-after-response set-header Content-Type application/json if { var(txn.matrix_path) -m bool }
`,
      }),
    },
    traefik: {
      any: recipeText(
        { where: PLACES.traefikFile, lines: traefikHeaders({ 'Content-Type': 'application/json' }) },
        TRAEFIK_MIDDLEWARE_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
