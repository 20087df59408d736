import { type Certificate, certificateCovers, readCertificate } from '../spec/certificate.js';
import type { HttpLook } from './http.js';
import { seenValue } from './observation.js';
import type { TlsSession } from './tls.js';

/** What a client that verifies as it should would say of the certificate that a look met. */
export type CertificateFault = 'name' | 'trust' | 'expired' | 'not-yet-valid' | 'unreadable';

/** Every fault at once, since a socket reports only its first; empty where the certificate is good or where there was no TLS session. */
export const certificateFaults = (
  { connection, destination }: Pick<HttpLook, 'connection' | 'destination'>,
  observedAt: string,
): readonly CertificateFault[] => {
  const session = seenValue(connection);
  if (session === undefined) return [];
  const certificate = leafOf(session);
  if (certificate === null) return ['unreadable'];

  const now = Date.parse(observedAt);
  const faults: CertificateFault[] = [];
  if (!certificateCovers(certificate, destination.certificateName)) faults.push('name');
  if (session.trust.verdict !== 'trusted') faults.push('trust');
  if (now > Date.parse(certificate.validTo)) faults.push('expired');
  if (now < Date.parse(certificate.validFrom)) faults.push('not-yet-valid');
  return faults;
};

const leafOf = (session: TlsSession): Certificate | null => {
  const [leaf] = session.chain;
  return leaf === undefined ? null : readCertificate(leaf);
};
