import type { Check } from './check.js';
import { dnsChecks } from './dns/index.js';
import { serverNameChecks } from './server-name/index.js';

/** Every check there is, in the order in which a report reads. An area's list stands in its folder's `index.ts`. */
export const checks: readonly Check[] = [...serverNameChecks, ...dnsChecks];
