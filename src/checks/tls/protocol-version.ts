import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { handshakeVerdicts } from '../verdicts/handshake-verdicts.js';

export const protocolVersion = {
  id: 'tls/protocol-version',
  title: 'The homeserver offers TLS 1.2 or newer',
  failureTitle: '{host} offers only TLS 1.1 or older at {where}',
  level: 'advice',
  severity: 'error',
  affects: 'servers',
  spec: links.rfc8996,
  why: 'TLS 1.0 and 1.1 are abolished (RFC 8996). The homeservers written in Rust and Go refuse them, and so do current systems with Python.',
  fix: 'Allow TLS 1.2 and 1.3. Where the software is too old for that, put a current reverse proxy in front. Check with: openssl s_client -tls1_2 -connect {host}:{port} -servername {name}.',
  recipe: 'tls-versions',
  evaluate: handshakeVerdicts(({ reason }) => reason === 'tls-too-old'),
} as const satisfies Check;
