import { apacheProxy, caddyProxy, haproxyProxy, nginxProxy } from './file-blocks.js';
import { PLACES } from './places.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';
import { TRAEFIK_ROUTER_NOTE, traefikFileRouter } from './traefik-router.js';

export const fileProxy = {
  title: 'pass requests for {path} on to {fileHost}, so that there is one copy of the file',
  servers: {
    nginx: { any: nginxProxy },
    apache: { any: apacheProxy },
    caddy: { any: caddyProxy },
    haproxy: { any: haproxyProxy },
    traefik: {
      any: recipeText({ where: PLACES.traefikFile, lines: traefikFileRouter('{path}') }, TRAEFIK_ROUTER_NOTE),
    },
  },
} as const satisfies Recipe;
