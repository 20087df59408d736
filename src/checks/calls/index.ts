import type { Check } from '../check.js';
import { endpointAnswered } from './endpoint-answered.js';
import { endpointHidesFile } from './endpoint-hides-file.js';
import { endpointOffered } from './endpoint-offered.js';
import { serviceAnswers } from './service-answers.js';
import { serviceNotRetired } from './service-not-retired.js';
import { serviceOwn } from './service-own.js';
import { serviceReachable } from './service-reachable.js';
import { serviceReadable } from './service-readable.js';
import { serviceUrl } from './service-url.js';

/** The checks of area calls, in report order. */
export const callsChecks: readonly Check[] = [
  endpointAnswered,
  endpointHidesFile,
  endpointOffered,
  serviceUrl,
  serviceReachable,
  serviceAnswers,
  serviceReadable,
  serviceNotRetired,
  serviceOwn,
];
