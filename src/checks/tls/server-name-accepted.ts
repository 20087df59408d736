import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { handshakeVerdicts } from '../verdicts/handshake-verdicts.js';

export const serverNameAccepted = {
  id: 'tls/server-name-accepted',
  title: 'The homeserver accepts the name that servers ask for in the handshake',
  failureTitle: '{host} refuses the name {name} in the TLS handshake at {where}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'servers',
  spec: links.tls,
  why: 'Servers say in the handshake (SNI) that they want {name}, since that is the name that counts for this server. The answer is an alert "unrecognized name", and the connection ends.',
  fix: 'Add a site for {name} with a certificate for it to the web server at {where}. Check with: openssl s_client -connect {host}:{port} -servername {name}.',
  evaluate: handshakeVerdicts(({ reason }) => reason === 'sni-refused'),
} as const satisfies Check;
