import type { Check } from './check.js';
import { connectionChecks } from './connection/index.js';
import { dnsChecks } from './dns/index.js';
import { federationChecks } from './federation/index.js';
import { keysChecks } from './keys/index.js';
import { serverNameChecks } from './server-name/index.js';
import { srvChecks } from './srv/index.js';
import { tlsChecks } from './tls/index.js';
import { wellKnownChecks } from './well-known/index.js';

/** Every check there is, in the order in which a report reads. An area's list stands in its folder's `index.ts`. */
export const checks: readonly Check[] = [
  ...serverNameChecks,
  ...dnsChecks,
  ...wellKnownChecks,
  ...srvChecks,
  ...connectionChecks,
  ...tlsChecks,
  ...federationChecks,
  ...keysChecks,
];
