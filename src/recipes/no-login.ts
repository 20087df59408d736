import { ROOT_NOTE } from './file-blocks.js';
import { ADD_HEADER_NOTE } from './notes.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_ROUTER_NOTE, traefikFileRouter } from './traefik-router.js';

export const noLogin = {
  title: 'give {path} without a password',
  servers: {
    nginx: {
      file: recipeText(
        {
          where: PLACES.nginxServer,
          lines: `
location = {path} {
  auth_basic off;
  auth_request off;
  allow all;
  root /var/www/html;
  default_type application/json;
  add_header Access-Control-Allow-Origin * always;
}
`,
        },
        `${ROOT_NOTE} ${ADD_HEADER_NOTE}`,
      ),
      proxy: recipeText({
        where: PLACES.nginxServer,
        lines: `
location = {path} {
  auth_basic off;
  auth_request off;
  allow all;
  proxy_pass https://{fileHost};
  proxy_ssl_server_name on;
  proxy_set_header Host {fileHost};
}
`,
      }),
    },
    apache: {
      any: recipeText({
        where: PLACES.apacheSite,
        lines: `
<Location "{path}">
  AuthType None
  Require all granted
</Location>
`,
      }),
    },
    caddy: {
      any: recipeText(
        { where: PLACES.caddySite, lines: '@private not path /.well-known/matrix/*' },
        'Then write "basicauth @private" in place of "basicauth", and "forward_auth @private" in place of "forward_auth".',
      ),
    },
    haproxy: {
      any: recipeText(
        {
          where: 'in the frontend of {host}, in place of its "http-request auth" line',
          lines: 'http-request auth unless { path_beg /.well-known/matrix/ } or { http_auth(members) }',
        },
        'Put the name of your userlist in place of members, and keep the realm if the line names one.',
      ),
    },
    traefik: {
      any: recipeText({ where: PLACES.traefikFile, lines: traefikFileRouter('{path}') }, TRAEFIK_ROUTER_NOTE),
    },
  },
} as const satisfies Recipe;
