import type { Check } from '../check.js';
import { contentType } from './content-type.js';
import { everyAddress } from './every-address.js';
import { noVersion10 } from './no-version-1-0.js';
import { notRedirected } from './not-redirected.js';
import { reachable } from './reachable.js';
import { unstableFeatures } from './unstable-features.js';
import { versionNames } from './version-names.js';
import { versionsAnswered } from './versions-answered.js';
import { versionsJson } from './versions-json.js';
import { versionsKnown } from './versions-known.js';
import { versionsListed } from './versions-listed.js';

/** The checks of area client-api, in report order. */
export const clientApiChecks: readonly Check[] = [
  reachable,
  notRedirected,
  versionsAnswered,
  versionsJson,
  versionsListed,
  everyAddress,
  versionsKnown,
  noVersion10,
  versionNames,
  unstableFeatures,
  contentType,
];
