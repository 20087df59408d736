import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { recordWords, whereSrvUsed } from '../verdicts/where-srv.js';

export const currentService = {
  id: 'srv/current-service',
  title: 'The SRV record has its current name, _matrix-fed._tcp',
  failureTitle: 'Only the deprecated SRV record {owner} is there',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: '_matrix._tcp is deprecated since Matrix v1.8 and may be dropped; some releases of Tuwunel ask only for _matrix-fed._tcp. Those go to port 8448 instead.',
  fix: 'Publish the same record under the new name: "{current}. IN SRV {record}". Keep the old one beside it for now. Better than both is the well-known file with a port.',
  evaluate: whereSrvUsed((used) => {
    if (used.service === 'matrix-fed') return [pass()];
    const [first] = used.targets;
    return [
      fail({
        values: {
          owner: used.owner,
          current: used.owner.replace('_matrix.', '_matrix-fed.'),
          record: first === undefined ? '10 0 8448 <host>.' : recordWords(first),
        },
        evidence: used.targets.map((target) => ({ label: `${used.owner} SRV`, value: recordWords(target) })),
      }),
    ];
  }),
} as const satisfies Check;
