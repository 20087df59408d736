import type { FailureReason } from '../../facts/failure.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientHandshake } from '../verdicts/client-handshake.js';

export const handshake = {
  id: 'client-tls/handshake',
  title: 'The hosts that clients ask speak TLS with everybody',
  failureTitle: 'The TLS handshake with {name} fails: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'Clients ask {url} by HTTPS. They do not get as far as the certificate, so they find no homeserver.',
  fix: '{advice} "openssl s_client -connect {name}:{port} -servername {name}" shows the handshake.',
  evaluate: clientHandshake(
    (reason) => reason !== 'tls-too-old',
    (reason) => ADVICE[reason] ?? OTHER,
  ),
} as const satisfies Check;

const OTHER = 'See in the error log of the web server at {where} why it ends the handshake.';

const ADVICE: Partial<Record<FailureReason, string>> = {
  'not-tls': 'Switch TLS on for that port of {name} ({where}), with a certificate.',
  'sni-refused': 'Tell the web server at {where} the name {name} and give it a certificate for it.',
  'client-certificate-required': 'Stop demanding client certificates from everybody at {where}.',
  timeout:
    'See what hangs at {where}: a proxy that waits for what is behind it, or a firewall that lets only the first packets through.',
};
