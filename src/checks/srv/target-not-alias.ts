import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { lookupsOf } from '../readings/asked-hosts.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { hostTargets, recordWords, whereSrvUsed } from '../verdicts/where-srv.js';

export const targetNotAlias = {
  id: 'srv/target-not-alias',
  title: 'No SRV target is an alias (CNAME)',
  failureTitle: 'The SRV target {target} is an alias (CNAME) of {alias}',
  level: 'MUST',
  severity: 'warning',
  spec: links.resolution,
  why: 'The specification forbids it (RFC 2782). Most homeservers follow the alias all the same, but strict software drops the record, and so does one of the public federation testers.',
  fix: 'Name the host behind the alias: "{owner}. IN SRV {priority} {weight} {port} {alias}.", or give {target} its own A and AAAA records instead of the CNAME. The certificate stays that of the Matrix name either way.',
  evaluate: whereSrvUsed((used) => {
    const targets = hostTargets(used);
    if (targets.length === 0) return [notTested(`${used.owner} names no server`)];
    return [
      sharedVerdict(
        targets,
        () => `${used.owner} SRV`,
        (target) => {
          const lookups = target.addresses === null ? [] : lookupsOf(target.addresses);
          const alias = lookups.flatMap(({ cnames }) => cnames).at(-1);
          if (alias === undefined) return null;
          return {
            values: {
              owner: used.owner,
              target: target.target,
              alias,
              priority: `${target.priority}`,
              weight: `${target.weight}`,
              port: `${target.port}`,
            },
            seen: `${recordWords(target)} is an alias of ${alias}`,
          };
        },
      ),
    ];
  }),
} as const satisfies Check;
