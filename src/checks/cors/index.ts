import type { Check } from '../check.js';
import { clientFileAfterRedirect } from './client-file-after-redirect.js';
import { clientFileAnyOrigin } from './client-file-any-origin.js';
import { clientFileHeader } from './client-file-header.js';
import { clientFileHeaderOnce } from './client-file-header-once.js';
import { clientFileRedirects } from './client-file-redirects.js';
import { identityServerReadable } from './identity-server-readable.js';
import { notFoundReadable } from './not-found-readable.js';
import { recommendedHeaders } from './recommended-headers.js';
import { varyOrigin } from './vary-origin.js';
import { versionsAnyOrigin } from './versions-any-origin.js';
import { versionsHeader } from './versions-header.js';
import { versionsHeaderOnce } from './versions-header-once.js';

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
  notFoundReadable,
  identityServerReadable,
  varyOrigin,
  recommendedHeaders,
];
