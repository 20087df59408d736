import type { Check } from '../check.js';
import { authorizationNamed } from './authorization-named.js';
import { clientFileAfterRedirect } from './client-file-after-redirect.js';
import { clientFileAnyOrigin } from './client-file-any-origin.js';
import { clientFileHeader } from './client-file-header.js';
import { clientFileHeaderOnce } from './client-file-header-once.js';
import { clientFileOtherOrigins } from './client-file-other-origins.js';
import { clientFileRedirects } from './client-file-redirects.js';
import { credentials } from './credentials.js';
import { errorsReadable } from './errors-readable.js';
import { headerWithoutOrigin } from './header-without-origin.js';
import { identityServerReadable } from './identity-server-readable.js';
import { loginPreflight } from './login-preflight.js';
import { loginReadable } from './login-readable.js';
import { notFoundReadable } from './not-found-readable.js';
import { preflightMethods } from './preflight-methods.js';
import { recommendedHeaders } from './recommended-headers.js';
import { unknownEndpointReadable } from './unknown-endpoint-readable.js';
import { varyOrigin } from './vary-origin.js';
import { versionsAnyOrigin } from './versions-any-origin.js';
import { versionsHeader } from './versions-header.js';
import { versionsHeaderOnce } from './versions-header-once.js';
import { versionsOtherOrigins } from './versions-other-origins.js';
import { versionsPreflight } from './versions-preflight.js';

/** The checks of area cors, in report order. */
export const corsChecks: readonly Check[] = [
  clientFileHeader,
  clientFileHeaderOnce,
  clientFileAnyOrigin,
  clientFileRedirects,
  clientFileAfterRedirect,
  versionsHeader,
  versionsHeaderOnce,
  versionsAnyOrigin,
  loginReadable,
  loginPreflight,
  versionsPreflight,
  authorizationNamed,
  preflightMethods,
  errorsReadable,
  unknownEndpointReadable,
  clientFileOtherOrigins,
  versionsOtherOrigins,
  notFoundReadable,
  identityServerReadable,
  varyOrigin,
  headerWithoutOrigin,
  recommendedHeaders,
  credentials,
];
