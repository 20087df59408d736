import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';

export const noClientCertificate = {
  title: 'ask nobody for a client certificate',
  servers: {
    nginx: {
      any: recipeText({
        where: 'in the server block of {host}, in place of its ssl_verify_client line',
        lines: 'ssl_verify_client off;',
      }),
    },
    apache: {
      any: recipeText({
        where: 'in the <VirtualHost> of {host}, in place of its SSLVerifyClient line',
        lines: 'SSLVerifyClient none',
      }),
    },
    caddy: { because: 'Take the "client_auth" block out of the "tls" lines of the site block of {host}.' },
    haproxy: { because: 'Take "verify required" and "ca-file" out of the "bind" line of the frontend of {host}.' },
    traefik: {
      any: recipeText({
        where: PLACES.traefikFile,
        lines: `
tls:
  options:
    default:
      clientAuth:
        clientAuthType: NoClientCert
`,
      }),
    },
  },
} as const satisfies Recipe;
