import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { handshakeVerdicts } from '../verdicts/handshake-verdicts.js';

export const speaksTls = {
  id: 'connection/speaks-tls',
  title: 'The federation port speaks TLS',
  failureTitle: 'Port {port} of {host} does not speak TLS',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.tls,
  why: 'Federation is HTTPS only. The port answers with something else, plain HTTP most likely, so every server gives up in the handshake.',
  fix: 'Put TLS with a certificate for {name} on that port of the web server. Synapse by itself: "tls: true" in the listener, with tls_certificate_path and tls_private_key_path; its plain listener (8008) belongs behind a reverse proxy. Check with: openssl s_client -connect {host}:{port} -servername {name}.',
  evaluate: handshakeVerdicts((failure) => failure.reason === 'not-tls'),
} as const satisfies Check;
