import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';

export const tlsVersions = {
  title: 'offer TLS 1.2 and 1.3',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: 'in the server block of {host}, and in that of every other site on the same port',
          lines: 'ssl_protocols TLSv1.2 TLSv1.3;',
        },
        'The line of the first site of a port (default_server) holds for all of them.',
      ),
    },
    apache: {
      any: recipeText({
        where: 'in the <VirtualHost> of {host}, in place of its SSLProtocol line',
        lines: 'SSLProtocol -all +TLSv1.2 +TLSv1.3',
      }),
    },
    caddy: {
      any: recipeText(
        {
          where: 'in the site block of {host}, in place of its "tls" lines for protocols',
          lines: `
tls {
  protocols tls1.2 tls1.3
}
`,
        },
        'Without a "protocols" line Caddy offers both by itself.',
      ),
    },
    haproxy: {
      any: recipeText(
        {
          where: 'in the "global" section, in place of its ssl-default-bind-options line',
          lines: 'ssl-default-bind-options ssl-min-ver TLSv1.2',
        },
        'Take ssl-min-ver, ssl-max-ver, force- and no-tls options out of the "bind" lines.',
      ),
    },
    traefik: {
      any: recipeText({
        where: PLACES.traefikFile,
        lines: `
tls:
  options:
    default:
      minVersion: VersionTLS12
`,
      }),
    },
  },
} as const satisfies Recipe;
