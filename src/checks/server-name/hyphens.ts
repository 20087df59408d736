import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const hyphens = {
  id: 'server-name/hyphens',
  title: 'No part of the server name begins or ends with a hyphen',
  failureTitle: 'A part of the server name {name} begins or ends with a hyphen',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: 'Host names have letters and digits at both ends of each part (RFC 1123). Some resolvers and TLS libraries refuse others, and certificate authorities do not give certificates for them.',
  fix: 'Choose a name whose parts begin and end with a letter or a digit before the homeserver gets its first users; a server name in use cannot be changed.',
  evaluate: (facts) => serverNameVerdicts(facts, 'outer-hyphen'),
} as const satisfies Check;
