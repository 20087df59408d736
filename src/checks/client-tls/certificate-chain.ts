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
  affects: 'strict-clients',
  spec: links.rfc8446CertificateList,
  why: 'Browsers find a missing intermediate by themselves, so Element Web and Desktop seem to work. Others do not: Element X, FluffyChat, nheko and bots refuse the connection, and nobody can sign in with them.',
  fix: 'Use fullchain.pem in place of cert.pem in the web server at {where}. See it with: openssl s_client -connect {name}:443 -servername {name} -showcerts',
  recipe: 'full-chain',
  evaluate: clientCertificates(certificateChainCompleteVerdicts),
} as const satisfies Check;
