import { apacheAlias } from './apache-alias.js';
import { ADD_HEADER_NOTE, CADDY_ORDER_NOTE, MOD_HEADERS_NOTE, SERVER_RETURN_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_ROUTER_NOTE, traefikFileRouter } from './traefik-router.js';

const APACHE_FILE = {
  path: '/.well-known/matrix/client',
  disk: '/var/www/matrix-client.json',
  text: '{clientFile}',
  headers: ['Header onsuccess unset Access-Control-Allow-Origin', 'Header always set Access-Control-Allow-Origin "*"'],
};

export const clientFile = {
  title: 'give the client file from the configuration of the web server',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: PLACES.nginxServer,
          lines: `
location = /.well-known/matrix/client {
  default_type application/json;
  add_header Access-Control-Allow-Origin * always;
  return 200 '{clientFile}';
}
`,
        },
        `${SERVER_RETURN_NOTE} ${ADD_HEADER_NOTE}`,
      ),
    },
    apache: { any: apacheAlias(APACHE_FILE, MOD_HEADERS_NOTE) },
    caddy: {
      any: recipeText(
        {
          where: PLACES.caddySite,
          lines: `
handle /.well-known/matrix/client {
  header Access-Control-Allow-Origin *
  header Content-Type application/json
  respond \`{clientFile}\`
}
`,
        },
        CADDY_ORDER_NOTE,
      ),
    },
    haproxy: {
      any: recipeText({
        where: PLACES.haproxyFrontend,
        lines: `http-request return status 200 content-type application/json hdr Access-Control-Allow-Origin * string '{clientFile}' if { path /.well-known/matrix/client } { req.hdr(host),field(1,:) -i {host} }`,
      }),
    },
    traefik: {
      any: recipeText(
        { where: PLACES.traefikFile, lines: traefikFileRouter('/.well-known/matrix/client') },
        TRAEFIK_ROUTER_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
