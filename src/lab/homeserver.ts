import type { HomeserverRecipe, RouteAnswer } from './scenario.js';
import { type KeyRing, signingKeysAnswer } from './signing-keys.js';

/** What a healthy homeserver answers, except where the recipe says otherwise. `path` without a query. */
export const homeserverAnswer = (
  recipe: HomeserverRecipe,
  ring: KeyRing,
  method: string,
  path: string,
): RouteAnswer => {
  const { name = 'Synapse', version = '1.163.2' } = recipe;
  const server = { Server: `${name}/${version}`, 'Cache-Control': 'no-cache, no-store, must-revalidate' };
  const answer = (status: number, json: unknown): RouteAnswer => ({
    status,
    headers: isForClients(path) ? { ...server, ...CORS } : server,
    json,
  });

  if (method === 'OPTIONS') return { status: 204, headers: { ...server, ...CORS } };
  const known = endpoints(recipe, ring)[path];
  if (known === undefined) return answer(404, { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' });
  if (method !== 'GET') return answer(405, { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' });
  const { status, json } = known();
  return answer(status, json);
};

/** "Web Browser Clients" of the Client-Server specification. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type, Authorization',
};

const isForClients = (path: string): boolean => /^\/_matrix\/(client|media|identity)\//.test(path);

type Endpoints = Readonly<Record<string, (() => { readonly status: number; readonly json: unknown }) | undefined>>;

const endpoints = (recipe: HomeserverRecipe, ring: KeyRing): Endpoints => {
  const { name = 'Synapse', version = '1.163.2' } = recipe;
  const missingToken = () => ({ status: 401, json: { errcode: 'M_MISSING_TOKEN', error: 'Missing access token' } });
  return {
    '/_matrix/federation/v1/version': () => ({ status: 200, json: { server: { name, version } } }),
    '/_matrix/key/v2/server': () => ({ status: 200, json: signingKeysAnswer(recipe, ring) }),
    '/_matrix/client/versions': () => ({ status: 200, json: { versions: VERSIONS, unstable_features: FEATURES } }),
    '/_matrix/client/v3/login': () => ({ status: 200, json: { flows: [{ type: 'm.login.password' }] } }),
    '/_matrix/client/v3/account/whoami': missingToken,
    '/_matrix/client/v1/media/config': missingToken,
    '/_matrix/media/v3/config': missingToken,
  };
};

/** Element X demands it. */
const FEATURES = { 'org.matrix.simplified_msc3575': true };

const VERSIONS = [
  'r0.6.1',
  ...Array.from({ length: 13 }, (_, minor) => `v1.${minor}`).filter((version) => version !== 'v1.0'),
];
