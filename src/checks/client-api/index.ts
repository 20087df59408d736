import type { Check } from '../check.js';
import { allForwarded } from './all-forwarded.js';
import { contentType } from './content-type.js';
import { coreForwarded } from './core-forwarded.js';
import { everyAddress } from './every-address.js';
import { mediaAsListed } from './media-as-listed.js';
import { noVersion10 } from './no-version-1-0.js';
import { notRedirected } from './not-redirected.js';
import { reachable } from './reachable.js';
import { saidOnce } from './said-once.js';
import { slidingSync } from './sliding-sync.js';
import { tokenDemanded } from './token-demanded.js';
import { unknownEndpoint } from './unknown-endpoint.js';
import { unstableFeatures } from './unstable-features.js';
import { versionNames } from './version-names.js';
import { versionsAccepted } from './versions-accepted.js';
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
  saidOnce,
  versionsAccepted,
  versionsKnown,
  noVersion10,
  versionNames,
  unstableFeatures,
  slidingSync,
  contentType,
  coreForwarded,
  allForwarded,
  tokenDemanded,
  mediaAsListed,
  unknownEndpoint,
];
