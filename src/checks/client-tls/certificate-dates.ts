import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateDatesVerdicts } from '../verdicts/certificate-verdicts.js';
import { clientCertificates } from '../verdicts/client-certificates.js';

export const certificateDates = {
  id: 'client-tls/certificate-dates',
  title: 'The certificates of the hosts that clients ask are within their dates',
  failureTitle: 'Clients ask {name}, whose certificate {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'Every client refuses a certificate out of its dates, so nobody can sign in by way of {where}.',
  fix: 'Renew the certificate and reload the web server at {where}: certbot renew --cert-name {name} && systemctl reload nginx. If it was renewed, the web server still has the old one in memory. If it is not valid yet, check the clocks.',
  evaluate: clientCertificates(certificateDatesVerdicts),
} as const satisfies Check;
