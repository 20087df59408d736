import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const finalDot = {
  id: 'server-name/final-dot',
  title: 'The server name has no final dot',
  failureTitle: 'The server name {name} has a final dot',
  level: 'advice',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: 'DNS does not tell {name} from {bare}, but Matrix does: they are two different servers. The dot is also not allowed in the name of a TLS handshake, and web servers often do not know the name with it.',
  fix: 'Check {bare}, and leave out the dot wherever the server name is written.',
  evaluate: (facts) =>
    serverNameVerdicts(facts, 'trailing-dot', ({ text, hostname }) => ({
      bare: `${hostname.slice(0, -1)}${text.slice(hostname.length)}`,
    })),
} as const satisfies Check;
