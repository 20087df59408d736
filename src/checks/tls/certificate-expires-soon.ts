import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateExpiryVerdicts } from '../verdicts/certificate-verdicts.js';
import { endpointCertificates } from '../verdicts/endpoint-certificates.js';

export const certificateExpiresSoon = {
  id: 'tls/certificate-expires-soon',
  title: 'The certificate does not expire soon',
  failureTitle: 'The certificate of {name} expires on {date}, in {days}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc5280Validity,
  why: 'Automatic renewal replaces certificates well before their end, so it seems not to work here. After {date} every homeserver refuses {certificate}.',
  fix: 'See what hinders the renewal: certbot renew --dry-run. If it was renewed already, reload the web server at {where}, which still shows the old one: systemctl reload nginx.',
  evaluate: endpointCertificates(certificateExpiryVerdicts),
} as const satisfies Check;
