import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateExpiryVerdicts } from '../verdicts/certificate-verdicts.js';
import { clientCertificates } from '../verdicts/client-certificates.js';

export const certificateExpiresSoon = {
  id: 'client-tls/certificate-expires-soon',
  title: 'The certificates of the hosts that clients ask do not expire soon',
  failureTitle: 'Clients ask {name}, whose certificate expires on {date}, in {days}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rfc5280Validity,
  why: 'Automatic renewal replaces certificates well before their end, so it seems not to work for {name}. After {date} nobody can sign in there, and clients that are signed in stop.',
  fix: 'See what hinders the renewal: certbot renew --dry-run. If it was renewed already, reload the web server at {where}, which still shows the old one.',
  evaluate: clientCertificates(certificateExpiryVerdicts),
} as const satisfies Check;
