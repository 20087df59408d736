import { ROOT_NOTE } from './file-blocks.js';
import { ADD_HEADER_NOTE, MOD_HEADERS_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_MIDDLEWARE_NOTE, traefikHeaders } from './traefik-router.js';

export const cache = {
  title: 'let {path} be kept for an hour',
  servers: {
    nginx: {
      file: recipeText(
        {
          where: PLACES.nginxServer,
          lines: `
location = {path} {
  root /var/www/html;
  default_type application/json;
  add_header Access-Control-Allow-Origin * always;
  expires 1h;
}
`,
        },
        `${ROOT_NOTE} ${ADD_HEADER_NOTE}`,
      ),
      proxy: recipeText({
        where: PLACES.nginxLocation,
        lines: `
proxy_hide_header Cache-Control;
proxy_hide_header Expires;
expires 1h;
`,
      }),
    },
    apache: {
      any: recipeText(
        {
          where: PLACES.apacheSite,
          lines: `
<Location "{path}">
  Header onsuccess unset Cache-Control
  Header onsuccess unset Expires
  Header always set Cache-Control "max-age=3600"
</Location>
`,
        },
        MOD_HEADERS_NOTE,
      ),
    },
    caddy: {
      any: recipeText({
        where: PLACES.caddySite,
        lines: `
header {path} {
  Cache-Control max-age=3600
  -Expires
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
http-after-response set-header Cache-Control max-age=3600 if { var(txn.matrix_path) -m bool }
http-after-response del-header Expires if { var(txn.matrix_path) -m bool }
`,
      }),
    },
    traefik: {
      any: recipeText(
        { where: PLACES.traefikFile, lines: traefikHeaders({ 'Cache-Control': 'max-age=3600', Expires: '' }) },
        TRAEFIK_MIDDLEWARE_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
