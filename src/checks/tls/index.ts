import type { Check } from '../check.js';
import { certificateChain } from './certificate-chain.js';
import { certificateDates } from './certificate-dates.js';
import { certificateExpiresSoon } from './certificate-expires-soon.js';
import { certificateName } from './certificate-name.js';
import { certificateTrust } from './certificate-trust.js';
import { handshake } from './handshake.js';
import { newestVersion } from './newest-version.js';
import { noClientCertificate } from './no-client-certificate.js';
import { protocolVersion } from './protocol-version.js';
import { serverNameAccepted } from './server-name-accepted.js';

/** The checks of area tls, in report order: the handshake, then the certificate. */
export const tlsChecks: readonly Check[] = [
  handshake,
  protocolVersion,
  serverNameAccepted,
  noClientCertificate,
  certificateName,
  certificateTrust,
  certificateChain,
  certificateDates,
  certificateExpiresSoon,
  newestVersion,
];
