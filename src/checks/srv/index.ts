import type { Check } from '../check.js';
import { bothServicesAgree } from './both-services-agree.js';
import { currentService } from './current-service.js';
import { hiddenFallbackWorks } from './hidden-fallback-works.js';
import { lookupAnswers } from './lookup-answers.js';
import { nameSharesAddress } from './name-shares-address.js';
import { noHiddenRecords } from './no-hidden-records.js';
import { portUsable } from './port-usable.js';
import { serviceOffered } from './service-offered.js';
import { targetIsHostName } from './target-is-host-name.js';
import { targetNotAlias } from './target-not-alias.js';
import { targetResolves } from './target-resolves.js';
import { wellKnownInstead } from './well-known-instead.js';

/** The checks of area srv, in report order: the records in use, then those that nobody asks for. */
export const srvChecks: readonly Check[] = [
  lookupAnswers,
  serviceOffered,
  portUsable,
  targetIsHostName,
  targetResolves,
  targetNotAlias,
  currentService,
  bothServicesAgree,
  nameSharesAddress,
  wellKnownInstead,
  noHiddenRecords,
  hiddenFallbackWorks,
];
