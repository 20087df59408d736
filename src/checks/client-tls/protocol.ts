import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientHandshake } from '../verdicts/client-handshake.js';

export const protocol = {
  id: 'client-tls/protocol',
  title: 'The hosts that clients ask offer TLS 1.2 or newer',
  failureTitle: '{name} offers only TLS 1.1 or older',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.rfc8996,
  why: 'Browsers and all other current clients have dropped these versions, so none of them connects to {where}.',
  fix: 'Switch on TLS 1.2 and 1.3 in the web server of {name}, which may need a newer OpenSSL or system.',
  recipe: 'tls-versions',
  evaluate: clientHandshake(
    (reason) => reason === 'tls-too-old',
    () => '',
  ),
} as const satisfies Check;
