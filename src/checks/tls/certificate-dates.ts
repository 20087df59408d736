import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateDatesVerdicts } from '../verdicts/certificate-verdicts.js';
import { endpointCertificates } from '../verdicts/endpoint-certificates.js';

export const certificateDates = {
  id: 'tls/certificate-dates',
  title: 'The certificate is within its dates',
  failureTitle: 'The certificate of {name} {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.tls,
  why: 'Every homeserver refuses {certificate}, seen at {where}: no message gets in there until it is replaced.',
  fix: 'Renew it and reload the web server: certbot renew --cert-name {name} && systemctl reload nginx. If it was renewed already, the server still has the old one in memory or reads another file. If it is not valid yet, check the clocks: timedatectl.',
  evaluate: endpointCertificates(certificateDatesVerdicts),
} as const satisfies Check;
