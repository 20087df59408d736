import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateExpiryVerdicts } from '../verdicts/certificate-verdicts.js';
import { serverFileCertificates } from '../verdicts/server-file-certificates.js';

export const certificateExpiresSoon = {
  id: 'well-known/certificate-expires-soon',
  title: 'The certificates on the way to the well-known file do not expire soon',
  failureTitle: 'The certificate of the web server of {name} expires on {date}, in {days}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc5280Validity,
  why: 'Automatic renewal replaces certificates well before their end, so it seems not to work for {name}. After {date} servers no longer believe the well-known file there.',
  fix: 'See what hinders the renewal: certbot renew --dry-run. If it was renewed already, reload the web server at {where}, which still shows the old one.',
  evaluate: serverFileCertificates(certificateExpiryVerdicts),
} as const satisfies Check;
