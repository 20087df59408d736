import type { CertificateFault } from '../certificate-state.js';

/** "the certificate of matrix.example.com has expired" */
export const certificateFaultWords = (fault: CertificateFault, name: string): string => WORDS[fault](name);

const WORDS = {
  name: (name) => `the certificate shown for ${name} is for another name`,
  trust: (name) => `the certificate of ${name} is not trusted`,
  expired: (name) => `the certificate of ${name} has expired`,
  'not-yet-valid': (name) => `the certificate of ${name} is not valid yet`,
  unreadable: (name) => `the certificate of ${name} cannot be read`,
} as const satisfies Record<CertificateFault, (name: string) => string>;
