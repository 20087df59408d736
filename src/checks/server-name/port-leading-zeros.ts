import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const portLeadingZeros = {
  id: 'server-name/port-leading-zeros',
  title: 'The port of the server name has no leading zeros',
  failureTitle: 'The port of the server name {name} has leading zeros',
  level: 'advice',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: '{name} and {plain} lead to the same port but are two different servers to Matrix. Software that writes the port as a number turns the one into the other and then does not recognise the server.',
  fix: 'Check {plain}, and write the port without zeros wherever the server name is written.',
  evaluate: (facts) =>
    serverNameVerdicts(facts, 'port-with-leading-zeros', ({ hostname, port }) => ({ plain: `${hostname}:${port}` })),
} as const satisfies Check;
