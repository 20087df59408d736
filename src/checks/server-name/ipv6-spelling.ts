import { canonicalIPv6 } from '../../spec/ipv6-text.js';
import { links } from '../../spec/links.js';
import { bareHostname } from '../../spec/server-name.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const ipv6Spelling = {
  id: 'server-name/ipv6-spelling',
  title: 'An IPv6 address in the server name is in its usual form',
  failureTitle: 'The IPv6 address of the server name {name} is usually written {usual}',
  level: 'advice',
  severity: 'notice',
  affects: 'everyone',
  spec: links.rfc5952,
  why: 'Matrix compares server names letter by letter, so each spelling of the same address is another server. Software that rewrites addresses turns the one into the other.',
  fix: 'Check {usual}, and write the address that way wherever the server name is written.',
  evaluate: (facts) =>
    serverNameVerdicts(facts, 'ipv6-spelling', (serverName) => ({
      usual: `[${canonicalIPv6(bareHostname(serverName))}]${serverName.text.slice(serverName.hostname.length)}`,
    })),
} as const satisfies Check;
