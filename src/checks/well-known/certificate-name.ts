import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { certificateNameVerdicts } from '../verdicts/certificate-verdicts.js';
import { serverFileCertificates } from '../verdicts/server-file-certificates.js';

export const certificateName = {
  id: 'well-known/certificate-name',
  title: 'The certificates on the way to the well-known file cover their hosts',
  failureTitle: 'The web server of {name} shows a certificate for {shown}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Servers fetch the well-known file from {name} over HTTPS and refuse a certificate for another name. They then go on with SRV records and port 8448, as if there were no file.',
  fix: 'Get a certificate for {name} and use it for that site at {where}: certbot certonly -d {name}. If the site has no certificate of its own, the web server shows the one of its default site.',
  evaluate: serverFileCertificates((looks, facts) => certificateNameVerdicts(looks, facts)),
} as const satisfies Check;
