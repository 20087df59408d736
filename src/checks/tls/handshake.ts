import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { handshakeVerdicts } from '../verdicts/handshake-verdicts.js';

export const handshake = {
  id: 'tls/handshake',
  title: 'The TLS handshake succeeds',
  failureTitle: 'The TLS handshake with {host} at {where} fails: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.tls,
  why: 'The port takes the connection, but no TLS session comes about. Every server that is led to this address gives up there.',
  fix: 'See what the server says of it in its log, and try by hand: openssl s_client -connect {host}:{port} -servername {name}. A missing or unreadable certificate file, an unknown name without a default site, or a proxy that passes TLS on to a dead port are the usual causes.',
  evaluate: handshakeVerdicts(({ reason }) => !OTHER_CHECKS.includes(reason)),
} as const satisfies Check;

/** Ways to fail that have checks of their own. */
const OTHER_CHECKS: readonly string[] = ['not-tls', 'tls-too-old', 'sni-refused', 'client-certificate-required'];
