import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { srvRecordVerdicts } from '../verdicts/srv-record-verdicts.js';

export const portUsable = {
  id: 'srv/port-usable',
  title: 'SRV records name a port that exists',
  failureTitle: 'The SRV record of {owner} names port 0 of {target}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.rfc2782,
  why: 'Nobody can connect to port 0, and there is no default: SRV records always name the port.',
  fix: 'Put the port of the homeserver into the third field: "{owner}. IN SRV {priority} {weight} 8448 {target}.". Order: priority, weight, port, target.',
  evaluate: srvRecordVerdicts(({ port }) => (port > 0 ? null : {})),
} as const satisfies Check;
