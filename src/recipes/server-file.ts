import { apacheAlias } from './apache-alias.js';
import { CADDY_ORDER_NOTE, SERVER_RETURN_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_ROUTER_NOTE, traefikFileRouter } from './traefik-router.js';

const APACHE_FILE = {
  path: '/.well-known/matrix/server',
  disk: '/var/www/matrix-server.json',
  text: '{serverFile}',
  headers: [],
};

export const serverFile = {
  title: 'give the server file from the configuration of the web server',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: PLACES.nginxServer,
          lines: `
location = /.well-known/matrix/server {
  default_type application/json;
  return 200 '{serverFile}';
}
`,
        },
        SERVER_RETURN_NOTE,
      ),
    },
    apache: { any: apacheAlias(APACHE_FILE) },
    caddy: {
      any: recipeText(
        {
          where: PLACES.caddySite,
          lines: `
handle /.well-known/matrix/server {
  header Content-Type application/json
  respond \`{serverFile}\`
}
`,
        },
        CADDY_ORDER_NOTE,
      ),
    },
    haproxy: {
      any: recipeText({
        where: PLACES.haproxyFrontend,
        lines: `http-request return status 200 content-type application/json string '{serverFile}' if { path /.well-known/matrix/server } { req.hdr(host),field(1,:) -i {host} }`,
      }),
    },
    traefik: {
      any: recipeText(
        { where: PLACES.traefikFile, lines: traefikFileRouter('/.well-known/matrix/server') },
        TRAEFIK_ROUTER_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
