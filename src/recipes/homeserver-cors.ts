import { APACHE_HOMESERVER, CORS_HEADERS, corsLines, NGINX_HOMESERVER } from './homeserver-blocks.js';
import { CADDY_ORDER_NOTE, HOMESERVER_ADDRESS_NOTE } from './notes.js';
import { HOMESERVER_PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { traefikHeaders } from './traefik-router.js';

/** Homeservers send these headers themselves: this takes their place, so that there is one of each, and lets preflights through. */
export const homeserverCors = {
  title: 'let web clients use the homeserver: each CORS header once, and preflights passed on',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: HOMESERVER_PLACES.nginxServer,
          lines: `
location /_matrix/ {
${NGINX_HOMESERVER}
${corsLines((name) => `  proxy_hide_header ${name};`)}
${corsLines((name, value) => `  add_header ${name} "${value}" always;`)}
}
`,
        },
        `${HOMESERVER_ADDRESS_NOTE} Leave out "limit_except", and "if" that looks at $request_method.`,
      ),
    },
    apache: {
      any: recipeText(
        {
          where: HOMESERVER_PLACES.apacheSite,
          lines: `
${APACHE_HOMESERVER}
<Location "/_matrix/">
  Require all granted
${corsLines((name) => `  Header onsuccess unset ${name}`)}
${corsLines((name, value) => `  Header always set ${name} "${value}"`)}
</Location>
`,
        },
        `${HOMESERVER_ADDRESS_NOTE} Needs mod_proxy_http and mod_headers: a2enmod proxy_http headers.`,
      ),
    },
    caddy: {
      any: recipeText(
        {
          where: HOMESERVER_PLACES.caddySite,
          lines: `
handle /_matrix/* {
  header {
${corsLines((name, value) => `    ${name} "${value}"`)}
    defer
  }
  reverse_proxy 127.0.0.1:8008
}
`,
        },
        `${HOMESERVER_ADDRESS_NOTE} ${CADDY_ORDER_NOTE}`,
      ),
    },
    haproxy: {
      any: recipeText(
        {
          where: HOMESERVER_PLACES.haproxyFrontend,
          lines: `
http-request set-var(txn.matrix_api) bool(true) if { path_beg /_matrix/ }
http-request allow if METH_OPTIONS { path_beg /_matrix/ }
${corsLines((name, value) => `http-after-response set-header ${name} "${value}" if { var(txn.matrix_api) -m bool }`)}
`,
        },
        'The second line lets preflights pass by "http-request deny" and "auth" lines below it.',
      ),
    },
    traefik: {
      any: recipeText(
        { where: HOMESERVER_PLACES.traefikFile, lines: traefikHeaders(CORS_HEADERS) },
        'Then name matrix-headers@file among the middlewares of the router for /_matrix/, and take accessControl options out of the others: with any of them Traefik answers preflights by itself.',
      ),
    },
  },
} as const satisfies Recipe;
