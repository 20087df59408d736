import { listItems } from '../spec/header-lines.js';
import type { WebServer } from './recipe.js';

/**
 * The web server that an answer gives away of itself: by the products in its `Server` header, else by `Via`, to which Caddy adds itself. null
 * where that is none that recipes are written for (HAProxy and Traefik say nothing), or not one that an administrator configures: cloudflare.
 */
export const recogniseWebServer = (server: string | null, via: string | null): WebServer | null =>
  byProduct(productsOf('server', server)) ?? (productsOf('via', via).includes('caddy') ? 'caddy' : null);

/** "nginx/1.22.1" -> nginx; of Via, the name behind the version of the protocol: "1.1 Caddy". */
const productsOf = (name: string, value: string | null): readonly string[] =>
  value === null
    ? []
    : listItems([[name, value]], name).flatMap((item) => item.split(/[\s/]+/).map((word) => word.toLowerCase()));

const byProduct = ([first = '']: readonly string[]): WebServer | null =>
  Object.hasOwn(PRODUCTS, first) ? (PRODUCTS[first] ?? null) : null;

/** Those that are made of nginx take its configuration. */
const PRODUCTS: Readonly<Record<string, WebServer>> = {
  nginx: 'nginx',
  openresty: 'nginx',
  tengine: 'nginx',
  angie: 'nginx',
  freenginx: 'nginx',
  apache: 'apache',
  caddy: 'caddy',
  haproxy: 'haproxy',
  traefik: 'traefik',
};
