import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateDatesVerdicts } from '../verdicts/certificate-verdicts.js';
import { serverFileCertificates } from '../verdicts/server-file-certificates.js';

export const certificateDates = {
  id: 'well-known/certificate-dates',
  title: 'The certificates on the way to the well-known file are within their dates',
  failureTitle: 'The certificate of the web server of {name} {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Servers fetch the well-known file from {name} over HTTPS and refuse a certificate out of its dates. They then go on with SRV records and port 8448, as if there were no file.',
  fix: 'Renew the certificate and reload the web server at {where}: certbot renew --cert-name {name} && systemctl reload nginx. If it was renewed, the web server still has the old one in memory. If it is not valid yet, check the clocks.',
  evaluate: serverFileCertificates(certificateDatesVerdicts),
} as const satisfies Check;
