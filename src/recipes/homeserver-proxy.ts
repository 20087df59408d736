import { APACHE_HOMESERVER, NGINX_HOMESERVER, TRAEFIK_HOMESERVER } from './homeserver-blocks.js';
import { CADDY_ORDER_NOTE, HOMESERVER_ADDRESS_NOTE } from './notes.js';
import { HOMESERVER_PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText, recipeTexts } from './recipe-text.js';

export const homeserverProxy = {
  title: 'pass everything below /_matrix/ on to the homeserver, as it is',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: HOMESERVER_PLACES.nginxServer,
          lines: `
location /_matrix/ {
${NGINX_HOMESERVER}
}
`,
        },
        HOMESERVER_ADDRESS_NOTE,
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
  reverse_proxy 127.0.0.1:8008
}
`,
        },
        `${HOMESERVER_ADDRESS_NOTE} ${CADDY_ORDER_NOTE}`,
      ),
    },
    haproxy: {
      any: recipeTexts(
        [
          {
            where: HOMESERVER_PLACES.haproxyFrontend,
            lines: 'http-request allow if { path_beg /_matrix/ } { req.hdr(host),field(1,:) -i {homeserver} }',
          },
          {
            where: 'in the same frontend, above its other use_backend lines',
            lines:
              'use_backend matrix_homeserver if { path_beg /_matrix/ } { req.hdr(host),field(1,:) -i {homeserver} }',
          },
          {
            where: 'as a section of its own',
            lines: `
backend matrix_homeserver
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  server homeserver 127.0.0.1:8008
`,
          },
        ],
        HOMESERVER_ADDRESS_NOTE,
      ),
    },
    traefik: {
      any: recipeText(
        { where: HOMESERVER_PLACES.traefikFile, lines: TRAEFIK_HOMESERVER },
        `${HOMESERVER_ADDRESS_NOTE} Put the name of your entry point in place of websecure, and your certResolver into tls.`,
      ),
    },
  },
} as const satisfies Recipe;
