import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { hostTargets, recordWords, whereSrvUsed } from '../verdicts/where-srv.js';

export const portUsable = {
  id: 'srv/port-usable',
  title: 'SRV records name a port that exists',
  failureTitle: 'The SRV record of {owner} names port 0 of {target}',
  level: 'MUST',
  severity: 'error',
  spec: links.rfc2782,
  why: 'Nobody can connect to port 0, and there is no default: SRV records always name the port.',
  fix: 'Put the port of the homeserver into the third field: "{owner}. IN SRV {priority} {weight} 8448 {target}.". Order: priority, weight, port, target.',
  evaluate: whereSrvUsed((used) => {
    const targets = hostTargets(used);
    if (targets.length === 0) return [notTested(`${used.owner} names no server`)];
    return [
      sharedVerdict(
        targets,
        () => `${used.owner} SRV`,
        (target) =>
          target.port > 0
            ? null
            : {
                values: {
                  owner: used.owner,
                  target: target.target,
                  priority: `${target.priority}`,
                  weight: `${target.weight}`,
                },
                seen: recordWords(target),
              },
      ),
    ];
  }),
} as const satisfies Check;
