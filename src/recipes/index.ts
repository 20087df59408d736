import { bothFamilies } from './both-families.js';
import { cache } from './cache.js';
import { clientFile } from './client-file.js';
import { contentType } from './content-type.js';
import { corsHeader } from './cors-header.js';
import { corsOnRedirect } from './cors-on-redirect.js';
import { dotFiles } from './dot-files.js';
import { fileProxy } from './file-proxy.js';
import { fullChain } from './full-chain.js';
import { homeserverCors } from './homeserver-cors.js';
import { homeserverProxy } from './homeserver-proxy.js';
import { noClientCertificate } from './no-client-certificate.js';
import { noLogin } from './no-login.js';
import { noRedirect } from './no-redirect.js';
import { oauthRoutes } from './oauth-routes.js';
import type { Recipe } from './recipe.js';
import { rtcService } from './rtc-service.js';
import { serverFile } from './server-file.js';
import { tlsVersions } from './tls-versions.js';

/** Every recipe there is. */
export const RECIPE_IDS = [
  'client-file',
  'server-file',
  'file-proxy',
  'cors-header',
  'cors-on-redirect',
  'homeserver-cors',
  'homeserver-proxy',
  'no-redirect',
  'content-type',
  'cache',
  'dot-files',
  'no-login',
  'oauth-routes',
  'rtc-service',
  'full-chain',
  'tls-versions',
  'both-families',
  'no-client-certificate',
] as const;

export type RecipeId = (typeof RECIPE_IDS)[number];

/** A check names one by its id. */
export const recipes: Readonly<Record<RecipeId, Recipe>> = {
  'client-file': clientFile,
  'server-file': serverFile,
  'file-proxy': fileProxy,
  'cors-header': corsHeader,
  'cors-on-redirect': corsOnRedirect,
  'homeserver-cors': homeserverCors,
  'homeserver-proxy': homeserverProxy,
  'no-redirect': noRedirect,
  'content-type': contentType,
  cache,
  'dot-files': dotFiles,
  'no-login': noLogin,
  'oauth-routes': oauthRoutes,
  'rtc-service': rtcService,
  'full-chain': fullChain,
  'tls-versions': tlsVersions,
  'both-families': bothFamilies,
  'no-client-certificate': noClientCertificate,
};
