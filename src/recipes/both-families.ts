import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';

export const bothFamilies = {
  title: 'let the site of {host} answer by IPv4 and by IPv6',
  servers: {
    nginx: {
      any: recipeText(
        {
          where: 'in the server block of {host}, in place of its "listen" lines',
          lines: `
listen 443 ssl;
listen [::]:443 ssl;
`,
        },
        'For another port than 443, the same with that port.',
      ),
    },
    apache: {
      any: recipeText(
        {
          where: 'outside of any section, in place of the "Listen" lines for that port',
          lines: 'Listen 443',
        },
        'That listens by both families. The site itself must be in <VirtualHost *:443>, without an address.',
      ),
    },
    caddy: {
      because: 'Caddy listens by both families by itself: take the "bind" line out of the site block of {host}.',
    },
    haproxy: {
      any: recipeText(
        {
          where: 'in the frontend of {host}, in place of its "bind" line with ssl',
          lines: 'bind :::443 v4v6 ssl crt /etc/haproxy/certs/ alpn h2,http/1.1',
        },
        'Put the file or folder of your certificates in place of /etc/haproxy/certs/.',
      ),
    },
    traefik: {
      any: recipeText({
        where: 'in the static configuration (traefik.yml)',
        lines: `
entryPoints:
  websecure:
    address: ":443"
`,
      }),
    },
  },
} as const satisfies Recipe;
