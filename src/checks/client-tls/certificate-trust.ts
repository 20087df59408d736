import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateTrustVerdicts } from '../verdicts/certificate-verdicts.js';
import { clientCertificates } from '../verdicts/client-certificates.js';

export const certificateTrust = {
  id: 'client-tls/certificate-trust',
  title: 'The certificates of the hosts that clients ask come from a known authority',
  failureTitle: 'Clients do not trust the certificate of {name}: {reason}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'Browsers warn and web clients cannot go on behind such a warning; apps on phones and desktops refuse. Nobody can sign in by way of {where}.',
  fix: 'Replace {certificate} at {where} by one of a public authority: certbot certonly -d {name}. In a closed network with its own authority, give that to this tool (--ca-file) and to every device.',
  evaluate: clientCertificates(certificateTrustVerdicts),
} as const satisfies Check;
