import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText, recipeTexts } from './recipe-text.js';

const ADDRESS_NOTE =
  'The file then names https://{host}/livekit/jwt, without a slash at the end. Put the address of lk-jwt-service in place of 127.0.0.1:8080 if it is another; it sends its own CORS headers.';

export const rtcService = {
  title: 'pass /livekit/jwt/ on to the service that hands out tokens for calls (lk-jwt-service)',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: 'in the server block of {host}',
          lines: `
location /livekit/jwt/ {
  proxy_pass http://127.0.0.1:8080/;
}
`,
        },
        `${ADDRESS_NOTE} The slash at the end of proxy_pass takes the prefix off.`,
      ),
    },
    apache: {
      any: recipeText(
        {
          where: 'in the <VirtualHost> of {host}, above its other ProxyPass lines',
          lines: 'ProxyPass "/livekit/jwt/" "http://127.0.0.1:8080/"',
        },
        `${ADDRESS_NOTE} Needs mod_proxy_http: a2enmod proxy_http.`,
      ),
    },
    caddy: {
      any: recipeText(
        {
          where: PLACES.caddySite,
          lines: `
handle_path /livekit/jwt/* {
  reverse_proxy 127.0.0.1:8080
}
`,
        },
        ADDRESS_NOTE,
      ),
    },
    haproxy: {
      any: recipeTexts(
        [
          {
            where: 'in the frontend of {host}, above its other use_backend lines',
            lines: 'use_backend matrix_rtc if { path_beg /livekit/jwt/ } { req.hdr(host),field(1,:) -i {host} }',
          },
          {
            where: 'as a section of its own',
            lines: String.raw`
backend matrix_rtc
  http-request replace-path ^/livekit/jwt(/.*)$ \1
  server jwt 127.0.0.1:8080
`,
          },
        ],
        ADDRESS_NOTE,
      ),
    },
    traefik: {
      any: recipeText(
        {
          where: PLACES.traefikFile,
          lines: `
http:
  routers:
    matrix-rtc:
      rule: Host(\`{host}\`) && PathPrefix(\`/livekit/jwt/\`)
      priority: 10000
      entryPoints: [websecure]
      service: matrix-rtc
      middlewares: [matrix-rtc]
      tls: {}
  middlewares:
    matrix-rtc:
      stripPrefix:
        prefixes: [/livekit/jwt]
  services:
    matrix-rtc:
      loadBalancer:
        servers:
          - url: http://127.0.0.1:8080
`,
        },
        ADDRESS_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
