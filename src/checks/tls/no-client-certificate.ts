import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { handshakeVerdicts } from '../verdicts/handshake-verdicts.js';

export const noClientCertificate = {
  id: 'tls/no-client-certificate',
  title: 'The homeserver needs no client certificate',
  failureTitle: '{host} demands a client certificate at {where}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.clientTlsCertificates,
  why: 'Homeservers prove who they are by signatures and show no client certificates, so all of them are turned away.',
  fix: 'Turn it off for this site. Cloudflare: switch off mTLS for {name}, and authenticated origin pulls if servers reach the origin directly.',
  recipe: 'no-client-certificate',
  evaluate: handshakeVerdicts(({ reason }) => reason === 'client-certificate-required'),
} as const satisfies Check;
