import { canonicalIPv6 } from './ipv6-text.js';
import type { ServerName } from './server-name.js';
import { bareHostname, isIpLiteral } from './server-name.js';

/** What is unwise about a valid server name. */
export type ServerNameOddity =
  | 'upper-case'
  /** More than 230 characters, port included (appendices, "Server Name"). */
  | 'over-230-characters'
  /** One label only: `localhost`. */
  | 'single-label'
  /** The last label has digits only, so that it cannot be a top-level domain: `1.2.3`. */
  | 'all-numeric'
  | 'trailing-dot'
  /** A label begins or ends with a hyphen. */
  | 'outer-hyphen'
  | 'ip-literal'
  /** `example.com:0443` is another server name than `example.com:443`, on the same port. */
  | 'port-with-leading-zeros'
  /** Not the RFC 5952 form of that address. */
  | 'ipv6-spelling';

/** Every oddity of a valid server name, none twice. */
export const serverNameOddities = (serverName: ServerName): readonly ServerNameOddity[] =>
  ODDITIES.filter(([, applies]) => applies(serverName)).map(([oddity]) => oddity);

const labels = (serverName: ServerName): readonly string[] =>
  isIpLiteral(serverName) ? [] : bareHostname(serverName).split('.');

const ODDITIES: readonly (readonly [oddity: ServerNameOddity, applies: (serverName: ServerName) => boolean])[] = [
  ['upper-case', ({ kind, hostname }) => kind === 'dns' && /[A-Z]/.test(hostname)],
  ['over-230-characters', ({ text }) => text.length > 230],
  ['single-label', (serverName) => labels(serverName).length === 1],
  ['all-numeric', (serverName) => /^[0-9]+$/.test(labels(serverName).at(-1) ?? '')],
  ['trailing-dot', ({ hostname }) => hostname.endsWith('.')],
  ['outer-hyphen', (serverName) => labels(serverName).some((label) => label.startsWith('-') || label.endsWith('-'))],
  ['ip-literal', isIpLiteral],
  ['port-with-leading-zeros', ({ text, hostname }) => /^:0/.test(text.slice(hostname.length))],
  [
    'ipv6-spelling',
    (serverName) => serverName.kind === 'ipv6' && canonicalIPv6(bareHostname(serverName)) !== bareHostname(serverName),
  ],
];
