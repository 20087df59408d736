import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const upperCase = {
  id: 'server-name/upper-case',
  title: 'The server name has no upper-case letters',
  failureTitle: 'The server name {name} has upper-case letters',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: 'DNS does not tell {name} from {lower}, but Matrix does: they are two different servers, and users, rooms and signing keys of the one are not known by the other. Some software lower-cases the name and then refuses what the server signed.',
  fix: 'If your user IDs end in :{lower}, check {lower}. If the homeserver really has server_name "{name}" and has no users yet, set it to "{lower}" and start with a fresh database; a server name in use cannot be changed.',
  evaluate: (facts) => serverNameVerdicts(facts, 'upper-case', ({ text }) => ({ lower: text.toLowerCase() })),
} as const satisfies Check;
