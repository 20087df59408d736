import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateChainCompleteVerdicts } from '../verdicts/certificate-verdicts.js';
import { serverFileCertificates } from '../verdicts/server-file-certificates.js';

export const certificateChain = {
  id: 'well-known/certificate-chain',
  title: 'The web servers on the way to the well-known file send their intermediate certificates',
  failureTitle: 'The web server of {name} does not send the certificate of {issuer}, which issued the one it shows',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc8446CertificateList,
  why: 'Browsers fetch a missing intermediate by themselves, homeservers do not: they refuse the connection to {name} and go on with SRV records and port 8448, as if there were no well-known file.',
  fix: 'Use fullchain.pem in place of cert.pem in the web server at {where}. See it with: openssl s_client -connect {name}:443 -servername {name} -showcerts.',
  recipe: 'full-chain',
  evaluate: serverFileCertificates(certificateChainCompleteVerdicts),
} as const satisfies Check;
