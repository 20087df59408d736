import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateChainCompleteVerdicts } from '../verdicts/certificate-verdicts.js';
import { clientCertificates } from '../verdicts/client-certificates.js';

export const certificateChain = {
  id: 'client-tls/certificate-chain',
  title: 'The hosts that clients ask send their intermediate certificates',
  failureTitle: '{name} does not send the certificate of {issuer}, which issued the one it shows',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.rfc8446CertificateList,
  why: 'Desktop browsers fetch a missing intermediate by themselves, so it seems to work there. Element X, FluffyChat, nheko and bots do not, and refuse the connection.',
  fix: 'Use fullchain.pem in place of cert.pem in the web server at {where} (nginx: ssl_certificate /etc/letsencrypt/live/{name}/fullchain.pem;). See it with: openssl s_client -connect {name}:443 -servername {name} -showcerts',
  evaluate: clientCertificates(certificateChainCompleteVerdicts),
} as const satisfies Check;
