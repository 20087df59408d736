import { isIP } from 'node:net';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { srvRecordVerdicts } from '../verdicts/srv-record-verdicts.js';

export const targetIsHostName = {
  id: 'srv/target-is-host-name',
  title: 'SRV records name hosts, not IP addresses',
  failureTitle: 'The SRV record of {owner} has the IP address {target} as its target',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.rfc2782,
  why: 'The target must be a host name. Dendrite drops such a record and goes to port 8448, others look for a host of that name and find none; only a few connect to the address.',
  fix: 'Give the address a name (an A or AAAA record) and put that name into the record: "{owner}. IN SRV {priority} {weight} {port} <host>.".',
  evaluate: srvRecordVerdicts(({ target }) => (isIP(target) === 0 ? null : {})),
} as const satisfies Check;
