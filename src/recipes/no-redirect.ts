import {
  CADDY_FILE_HANDLE,
  CADDY_PROXY_HANDLE,
  NGINX_FILE_LOCATION,
  NGINX_PROXY_LOCATION,
  ROOT_NOTE,
} from './file-blocks.js';
import { PLACES } from './places.js';
import type { Recipe, RecipeText } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_ROUTER_NOTE, traefikFileRouter } from './traefik-router.js';

const TARGET_NOTE = 'Keep the target of your redirect in place of https://www.{host}.';

export const noRedirect = {
  title: 'keep the redirect of the whole site away from {path}',
  servers: {
    nginx: {
      file: nginx(NGINX_FILE_LOCATION, `${TARGET_NOTE} ${ROOT_NOTE}`),
      proxy: nginx(NGINX_PROXY_LOCATION, TARGET_NOTE),
    },
    apache: {
      any: recipeText(
        {
          where: 'in the <VirtualHost> of {host}, in place of its Redirect or RewriteRule lines that redirect the site',
          lines: `
RewriteEngine On
RewriteCond %{REQUEST_URI} !^/\\.well-known/matrix/
RewriteRule ^ https://www.{host}%{REQUEST_URI} [R=301,L]
`,
        },
        `${TARGET_NOTE} Needs mod_rewrite: a2enmod rewrite.`,
      ),
    },
    caddy: {
      file: caddy(CADDY_FILE_HANDLE, `${TARGET_NOTE} ${ROOT_NOTE}`),
      proxy: caddy(CADDY_PROXY_HANDLE, TARGET_NOTE),
    },
    haproxy: {
      any: recipeText(
        {
          where: 'in the frontend of {host}, in place of its "http-request redirect" line',
          lines: 'http-request redirect prefix https://www.{host} code 301 unless { path_beg /.well-known/matrix/ }',
        },
        TARGET_NOTE,
      ),
    },
    traefik: {
      any: recipeText({ where: PLACES.traefikFile, lines: traefikFileRouter('{path}') }, TRAEFIK_ROUTER_NOTE),
    },
  },
} as const satisfies Recipe;

/** "return" in the server block comes before every location. */
function nginx(location: string, note: string): RecipeText {
  return recipeText(
    {
      where: 'in the server block of {host}, in place of its "return" or "rewrite" line and of "location /"',
      lines: `${location}location / {
  return 301 https://www.{host}$request_uri;
}
`,
    },
    note,
  );
}

/** "redir" comes before "handle", but not from inside of another one. */
function caddy(handle: string, note: string): RecipeText {
  return recipeText(
    {
      where: 'in the site block of {host}, in place of its "redir" line',
      lines: `${handle}handle {
  redir https://www.{host}{uri} permanent
}
`,
    },
    note,
  );
}
