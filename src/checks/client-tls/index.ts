import type { Check } from '../check.js';
import { certificateChain } from './certificate-chain.js';
import { certificateDates } from './certificate-dates.js';
import { certificateExpiresSoon } from './certificate-expires-soon.js';
import { certificateName } from './certificate-name.js';
import { certificateTrust } from './certificate-trust.js';
import { handshake } from './handshake.js';
import { protocol } from './protocol.js';
import { tls12 } from './tls-1-2.js';

/** The checks of area client-tls, in report order. */
export const clientTlsChecks: readonly Check[] = [
  handshake,
  protocol,
  tls12,
  certificateName,
  certificateTrust,
  certificateChain,
  certificateDates,
  certificateExpiresSoon,
];
