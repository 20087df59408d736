import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateTrustVerdicts } from '../verdicts/certificate-verdicts.js';
import { serverFileCertificates } from '../verdicts/server-file-certificates.js';

export const certificateTrust = {
  id: 'well-known/certificate-trust',
  title: 'The certificates on the way to the well-known file come from a known authority',
  failureTitle: 'The certificate of the web server of {name} is not trusted: {reason}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Servers fetch the well-known file from {name} over HTTPS and refuse a certificate that no known authority vouches for. They then go on with SRV records and port 8448, as if there were no file.',
  fix: 'Replace {certificate} at {where} by one of a public authority: certbot certonly -d {name}. In a closed network with its own authority, give that to this tool (--ca-file) and to every homeserver (Synapse: federation_custom_ca_list).',
  evaluate: serverFileCertificates(certificateTrustVerdicts),
} as const satisfies Check;
