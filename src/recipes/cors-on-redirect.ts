import { corsHeader } from './cors-header.js';
import { ADD_HEADER_NOTE } from './notes.js';
import type { Recipe } from './recipe.js';
import { recipeText } from './recipe-text.js';

const { apache, caddy, haproxy, nginx, traefik } = corsHeader.servers;

/** Only nginx needs other lines than for a file. */
export const corsOnRedirect = {
  title: 'send Access-Control-Allow-Origin with the redirect of {path} too',
  servers: {
    nginx: {
      file: recipeText(
        {
          where: 'beside the "return" line that redirects {path}',
          lines: 'add_header Access-Control-Allow-Origin * always;',
        },
        ADD_HEADER_NOTE,
      ),
      proxy: nginx.proxy,
    },
    apache,
    caddy,
    haproxy,
    traefik: {
      any: recipeText(
        traefik.any.parts[0],
        'Then name matrix-headers@file among the middlewares of the router for {path}, before the one that redirects.',
      ),
    },
  },
} as const satisfies Recipe;
