import { HOMESERVER_PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText, recipeTexts } from './recipe-text.js';

const ADDRESS_NOTE =
  'Put the address of the authentication service in place of 127.0.0.1:8080 if it is another. Everything else below /_matrix/ stays with the homeserver.';

/** Matrix Authentication Service answers old clients at these paths ("Reverse proxy" of its documentation). */
export const oauthRoutes = {
  title: 'let the authentication service answer the old endpoints for login, logout and refresh',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: 'in the server block of {homeserver}',
          lines: `
location ~ ^/_matrix/client/[^/]+/(login|logout|refresh) {
  proxy_pass http://127.0.0.1:8080;
  proxy_set_header Host $host;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;
}
`,
        },
        `${ADDRESS_NOTE} It must stand above other locations with ~, and "location /_matrix" must not have ^~.`,
      ),
    },
    apache: {
      any: recipeText(
        {
          where: 'in the <VirtualHost> of {homeserver}, above its other ProxyPass lines',
          lines:
            'ProxyPassMatch "^/_matrix/client/([^/]+)/(login|logout|refresh)(.*)$" "http://127.0.0.1:8080/_matrix/client/$1/$2$3" nocanon',
        },
        ADDRESS_NOTE,
      ),
    },
    caddy: {
      any: recipeText(
        {
          where: 'in the site block of {homeserver}',
          lines: `
@matrix_login path_regexp ^/_matrix/client/[^/]+/(login|logout|refresh)
handle @matrix_login {
  reverse_proxy 127.0.0.1:8080
}
`,
        },
        `${ADDRESS_NOTE} It must stand above other "handle" blocks, and what passes /_matrix on must be in one.`,
      ),
    },
    haproxy: {
      any: recipeTexts(
        [
          {
            where: 'in the frontend of {homeserver}, above its other use_backend lines',
            lines:
              'use_backend matrix_login if { path_reg ^/_matrix/client/[^/]+/(login|logout|refresh) } { req.hdr(host),field(1,:) -i {homeserver} }',
          },
          {
            where: 'as a section of its own',
            lines: `
backend matrix_login
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  server mas 127.0.0.1:8080
`,
          },
        ],
        ADDRESS_NOTE,
      ),
    },
    traefik: {
      any: recipeText(
        {
          where: HOMESERVER_PLACES.traefikFile,
          lines: `
http:
  routers:
    matrix-login:
      rule: Host(\`{homeserver}\`) && PathRegexp(\`^/_matrix/client/[^/]+/(login|logout|refresh)\`)
      priority: 10000
      entryPoints: [websecure]
      service: matrix-login
      tls: {}
  services:
    matrix-login:
      loadBalancer:
        servers:
          - url: http://127.0.0.1:8080
`,
        },
        `${ADDRESS_NOTE} PathRegexp needs Traefik 3.`,
      ),
    },
  },
} as const satisfies Recipe;
