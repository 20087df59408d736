import type { Check } from '../check.js';
import { authMetadataAnswered } from './auth-metadata-answered.js';
import { authMetadataComplete } from './auth-metadata-complete.js';
import { authMetadataForBrowsers } from './auth-metadata-for-browsers.js';
import { authMetadataReadable } from './auth-metadata-readable.js';
import { authMetadataRefused } from './auth-metadata-refused.js';
import { authMetadataUrls } from './auth-metadata-urls.js';
import { clientsWithoutOauth } from './clients-without-oauth.js';
import { legacyLogin } from './legacy-login.js';
import { loginFlows } from './login-flows.js';
import { oauthWhereAsked } from './oauth-where-asked.js';
import { offered } from './offered.js';

/** The checks of area sign-in, in report order. */
export const signInChecks: readonly Check[] = [
  offered,
  loginFlows,
  authMetadataAnswered,
  authMetadataRefused,
  authMetadataComplete,
  authMetadataForBrowsers,
  authMetadataUrls,
  authMetadataReadable,
  oauthWhereAsked,
  legacyLogin,
  clientsWithoutOauth,
];
