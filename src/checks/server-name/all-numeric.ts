import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const allNumeric = {
  id: 'server-name/all-numeric',
  title: 'The server name does not end in a number',
  failureTitle: 'The server name {name} ends in a number, as no domain does',
  level: 'advice',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: 'No top-level domain has digits only. Software that reads names as web addresses takes {name} for an IPv4 address in another spelling, or refuses it.',
  fix: 'If an IP address was meant, write all four of its numbers. Else use a name below a domain that you own, such as example.com.',
  evaluate: (facts) => serverNameVerdicts(facts, 'all-numeric'),
} as const satisfies Check;
