import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateChainCompleteVerdicts } from '../verdicts/certificate-verdicts.js';
import { endpointCertificates } from '../verdicts/endpoint-certificates.js';

export const certificateChain = {
  id: 'tls/certificate-chain',
  title: 'The homeserver sends its intermediate certificates',
  failureTitle: 'The certificate of {issuer}, which issued that of {name}, is not sent by {where}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.rfc8446CertificateList,
  why: 'Browsers fetch a missing intermediate by themselves, so it goes unnoticed there. Homeservers do not: they cannot verify the certificate and refuse the connection.',
  fix: 'Use fullchain.pem in place of cert.pem in the web server; in Synapse that is tls_certificate_path. If {issuer} is a private authority, other servers do not know it at all: get a public certificate. See what is sent: openssl s_client -connect {target} -servername {name} -showcerts.',
  recipe: 'full-chain',
  evaluate: endpointCertificates((looks, facts) =>
    certificateChainCompleteVerdicts(looks, facts).map((verdict) =>
      verdict.outcome === 'fail'
        ? { ...verdict, values: { ...verdict.values, target: verdict.evidence[0]?.label ?? `${verdict.subject}:443` } }
        : verdict,
    ),
  ),
} as const satisfies Check;
