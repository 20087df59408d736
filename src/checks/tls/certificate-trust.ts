import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateTrustVerdicts } from '../verdicts/certificate-verdicts.js';
import { endpointCertificates } from '../verdicts/endpoint-certificates.js';

export const certificateTrust = {
  id: 'tls/certificate-trust',
  title: 'The certificate comes from a known authority',
  failureTitle: 'The certificate of {name} at {where} is not trusted: {reason}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.tls,
  why: 'Homeservers accept only certificates that lead to an authority which they know. Self-signed ones, test ("staging") ones and those of a private authority are refused everywhere outside.',
  fix: 'Replace {certificate} by a certificate of a public authority: certbot certonly -d {name}. In a closed network with its own authority, give that to this tool (--ca-file) and to every homeserver (Synapse: federation_custom_ca_list).',
  evaluate: endpointCertificates(certificateTrustVerdicts),
} as const satisfies Check;
