import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateNameVerdicts } from '../verdicts/certificate-verdicts.js';
import { clientCertificates } from '../verdicts/client-certificates.js';

export const certificateName = {
  id: 'client-tls/certificate-name',
  title: 'The certificates of the hosts that clients ask cover their names',
  failureTitle: 'Clients ask {name}, but it shows a certificate for {shown}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'Every client refuses a certificate for another name, so nobody can sign in by way of {where}.',
  fix: 'Get a certificate for {name} and use it for that site at {where}: certbot certonly -d {name}. If the site has none of its own, the web server shows that of its default site.',
  evaluate: clientCertificates((looks, facts) => certificateNameVerdicts(looks, facts)),
} as const satisfies Check;
