import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';

const FOLDER_NOTE = 'Put the folder of your certificate in place of /etc/letsencrypt/live/{host}.';

export const fullChain = {
  title: 'send the intermediate certificates of {host} too',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: 'in the server block of {host}, in place of its lines of the same names',
          lines: `
ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;
ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;
`,
        },
        FOLDER_NOTE,
      ),
    },
    apache: {
      any: recipeText(
        {
          where: 'in the <VirtualHost> of {host}, in place of its lines of the same names',
          lines: `
SSLCertificateFile /etc/letsencrypt/live/{host}/fullchain.pem
SSLCertificateKeyFile /etc/letsencrypt/live/{host}/privkey.pem
`,
        },
        FOLDER_NOTE,
      ),
    },
    caddy: {
      any: recipeText(
        {
          where: 'in the site block of {host}, in place of its "tls" line',
          lines: 'tls /etc/letsencrypt/live/{host}/fullchain.pem /etc/letsencrypt/live/{host}/privkey.pem',
        },
        `${FOLDER_NOTE} Without a "tls" line Caddy gets a certificate, with its chain, by itself.`,
      ),
    },
    haproxy: {
      any: recipeText(
        {
          where: 'in the frontend of {host}, in place of its "bind" line with ssl',
          lines: 'bind :::443 v4v6 ssl crt /etc/haproxy/certs/{host}.pem alpn h2,http/1.1',
        },
        'That file has the certificate, the intermediate ones and the key, one after the other: cat fullchain.pem privkey.pem',
      ),
    },
    traefik: {
      any: recipeText(
        {
          where: PLACES.traefikFile,
          lines: `
tls:
  certificates:
    - certFile: /etc/letsencrypt/live/{host}/fullchain.pem
      keyFile: /etc/letsencrypt/live/{host}/privkey.pem
`,
        },
        FOLDER_NOTE,
      ),
    },
  },
} as const satisfies Recipe;
