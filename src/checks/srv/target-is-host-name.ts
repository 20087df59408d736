import { isIP } from 'node:net';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { hostTargets, recordWords, whereSrvUsed } from '../verdicts/where-srv.js';

export const targetIsHostName = {
  id: 'srv/target-is-host-name',
  title: 'SRV records name hosts, not IP addresses',
  failureTitle: 'The SRV record of {owner} has the IP address {target} as its target',
  level: 'MUST',
  severity: 'error',
  spec: links.rfc2782,
  why: 'The target must be a host name. Dendrite drops such a record and goes to port 8448, others look for a host of that name and find none; only a few connect to the address.',
  fix: 'Give the address a name (an A or AAAA record) and put that name into the record: "{owner}. IN SRV {priority} {weight} {port} <host>.".',
  evaluate: whereSrvUsed((used) => {
    const targets = hostTargets(used);
    if (targets.length === 0) return [notTested(`${used.owner} names no server`)];
    return [
      sharedVerdict(
        targets,
        () => `${used.owner} SRV`,
        (target) =>
          isIP(target.target) === 0
            ? null
            : {
                values: {
                  owner: used.owner,
                  target: target.target,
                  priority: `${target.priority}`,
                  weight: `${target.weight}`,
                  port: `${target.port}`,
                },
                seen: recordWords(target),
              },
      ),
    ];
  }),
} as const satisfies Check;
