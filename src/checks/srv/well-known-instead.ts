import { links } from '../../spec/links.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { Check } from '../check.js';
import { usedSrv } from '../readings/used-srv.js';
import { fail, pass } from '../verdict.js';
import { hostTargets, recordWords, whereSrvAsked } from '../verdicts/where-srv.js';

export const wellKnownInstead = {
  id: 'srv/well-known-instead',
  title: 'Servers find this one without SRV records',
  failureTitle: 'The SRV record of {owner} leads to this server, not a well-known file',
  level: 'SHOULD',
  severity: 'info',
  spec: links.resolution,
  why: 'That works, and the specification still recommends the well-known file: the certificate is then for the host that is really connected to, and homeservers differ less in how they read it.',
  fix: 'If you want to change it, publish the well-known file with host and port, {"m.server": "{target}"}, and get a certificate for that host. Keep the record for two days longer.',
  evaluate: whereSrvAsked((_looks, federation) => {
    const used = usedSrv(federation);
    const [first] = used === undefined ? [] : hostTargets(used);
    if (used === undefined || first === undefined) return [pass()];
    return [
      fail({
        values: { owner: used.owner, target: hostAndPort(first.target, first.port) },
        evidence: used.targets.map((target) => ({ label: `${used.owner} SRV`, value: recordWords(target) })),
      }),
    ];
  }),
} as const satisfies Check;
