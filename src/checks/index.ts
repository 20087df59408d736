import { callsChecks } from './calls/index.js';
import type { Check } from './check.js';
import { clientChecks } from './client/index.js';
import { clientApiChecks } from './client-api/index.js';
import { clientTlsChecks } from './client-tls/index.js';
import { connectionChecks } from './connection/index.js';
import { corsChecks } from './cors/index.js';
import { dnsChecks } from './dns/index.js';
import { federationChecks } from './federation/index.js';
import { keysChecks } from './keys/index.js';
import { policyServerChecks } from './policy-server/index.js';
import { serverNameChecks } from './server-name/index.js';
import { signInChecks } from './sign-in/index.js';
import { srvChecks } from './srv/index.js';
import { supportChecks } from './support/index.js';
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
  ...clientChecks,
  ...corsChecks,
  ...clientTlsChecks,
  ...clientApiChecks,
  ...signInChecks,
  ...callsChecks,
  ...policyServerChecks,
  ...supportChecks,
];
