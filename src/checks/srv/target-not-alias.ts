import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { lookupsOf } from '../readings/asked-hosts.js';
import { srvRecordVerdicts } from '../verdicts/srv-record-verdicts.js';

export const targetNotAlias = {
  id: 'srv/target-not-alias',
  title: 'No SRV target is an alias (CNAME)',
  failureTitle: 'The SRV target {target} is an alias (CNAME) of {alias}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'The specification forbids it (RFC 2782). Most homeservers follow the alias all the same, but strict software drops the record, and so does one of the public federation testers.',
  fix: 'Name the host behind the alias: "{owner}. IN SRV {priority} {weight} {port} {alias}.", or give {target} its own A and AAAA records instead of the CNAME. The certificate stays that of the Matrix name either way.',
  evaluate: srvRecordVerdicts(({ addresses }) => {
    const lookups = addresses === null ? [] : lookupsOf(addresses);
    const alias = lookups.flatMap(({ cnames }) => cnames).at(-1);
    return alias === undefined ? null : { values: { alias }, aside: ` is an alias of ${alias}` };
  }),
} as const satisfies Check;
