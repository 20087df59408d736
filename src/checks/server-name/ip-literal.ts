import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const ipLiteral = {
  id: 'server-name/ip-literal',
  title: 'The server name is a DNS name',
  failureTitle: 'The server name {name} is an IP address',
  level: 'advice',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverAcl,
  why: 'Many rooms shut out all servers that are named by an IP address (allow_ip_literals is false in their m.room.server_acl). The server can never move to another address, and few certificate authorities give certificates for addresses.',
  fix: 'Name the homeserver by a domain that you own before it gets its first users; a server name in use cannot be changed.',
  evaluate: (facts) => serverNameVerdicts(facts, 'ip-literal'),
} as const satisfies Check;
