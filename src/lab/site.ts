import { homeserverAnswer } from './homeserver.js';
import { behindProxy } from './proxy.js';
import type { LabServer, RouteAnswer, Site } from './scenario.js';
import type { KeyRing } from './signing-keys.js';

/** A request, as far as an answer depends on it. */
export interface SiteRequest {
  readonly method: string;
  /** The request target, of which the query is ignored. */
  readonly target: string;
  /** The Host header as sent. */
  readonly host: string;
  /** null where there is no Origin header. */
  readonly origin: string | null;
}

/** Picks the answer to a request. */
export const siteAnswer = (sites: LabServer['sites'], ring: KeyRing, request: SiteRequest): RouteAnswer => {
  const site = sites?.[request.host] ?? sites?.['*'];
  if (site === undefined) return UNKNOWN_HOST;
  const answer = forOrigin(routedAnswer(site, ring, request), request.origin);
  const { proxy } = site;
  return proxy?.methods?.includes(request.method) === false || proxy === undefined
    ? answer
    : behindProxy(answer, proxy);
};

const routedAnswer = ({ routes, homeserver }: Site, ring: KeyRing, { method, target }: SiteRequest): RouteAnswer => {
  const path = target.split('?', 1)[0] ?? '/';
  const [route] = patternsFor(path).flatMap((pattern) => routes?.[`${method} ${pattern}`] ?? routes?.[pattern] ?? []);
  if (route !== undefined) return route;
  return homeserver === undefined ? NOT_FOUND : homeserverAnswer(homeserver, ring, method, path);
};

/** `/a/b`, then `/a/b*`, `/a/*` ... `*` */
const patternsFor = (path: string): readonly string[] => [
  path,
  ...Array.from({ length: path.length + 1 }, (_, cut) => `${path.slice(0, path.length - cut)}*`),
];

const forOrigin = (answer: RouteAnswer, origin: string | null): RouteAnswer => {
  const { forOrigins } = answer;
  if (forOrigins === undefined || origin === null) return answer;
  if (forOrigins.origins !== undefined && !forOrigins.origins.includes(origin)) return answer;
  const named = (value: string): string => value.replaceAll('{origin}', origin);
  const more = Object.entries(forOrigins.headers).map(
    ([name, value]) => [name, typeof value === 'string' ? named(value) : value.map(named)] as const,
  );
  return { ...answer, headers: { ...answer.headers, ...Object.fromEntries(more) } };
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
