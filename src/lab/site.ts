import { homeserverAnswer } from './homeserver.js';
import type { LabServer, RouteAnswer } from './scenario.js';
import type { KeyRing } from './signing-keys.js';

/** Picks the answer to a request. `host`: the Host header as sent; `target`: the request target, of which the query is ignored. */
export const siteAnswer = (
  sites: LabServer['sites'],
  ring: KeyRing,
  request: { readonly method: string; readonly target: string; readonly host: string },
): RouteAnswer => {
  const site = sites?.[request.host] ?? sites?.['*'];
  if (site === undefined) return UNKNOWN_HOST;
  const { method } = request;
  const path = request.target.split('?', 1)[0] ?? '/';
  const route = site.routes?.[`${method} ${path}`] ?? site.routes?.[path] ?? site.routes?.['*'];
  if (route !== undefined) return route;
  return site.homeserver === undefined ? NOT_FOUND : homeserverAnswer(site.homeserver, ring, method, path);
};

const UNKNOWN_HOST: RouteAnswer = {
  status: 404,
  headers: { 'Content-Type': 'text/plain' },
  text: 'no site by that name',
};

const NOT_FOUND: RouteAnswer = {
  status: 404,
  headers: { 'Content-Type': 'text/html' },
  text: '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>',
};
