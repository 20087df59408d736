import type { HttpLook } from './http.js';

/** What a client that verifies as it should would say of the certificate that a look met. */
export type CertificateFault = 'name' | 'trust' | 'expired' | 'not-yet-valid' | 'unreadable';

/** Every fault at once, since a socket reports only its first; empty where the certificate is good or where there was no TLS session. */
export const certificateFaults = (look: HttpLook, observedAt: string): readonly CertificateFault[] => {
  throw new Error(`not written yet: ${look.url} ${observedAt}`);
};
