import { SERVER_FILE_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { Check } from '../check.js';
import { usedSrv } from '../readings/used-srv.js';
import { fail, pass } from '../verdict.js';
import { hostTargets, recordWords, whereSrvAsked } from '../verdicts/where-srv.js';
import { hostnameOf } from '../words/server-name-of.js';

export const wellKnownInstead = {
  id: 'srv/well-known-instead',
  title: 'Servers find this one without SRV records',
  failureTitle: 'The SRV record of {owner} leads to this server, not {instead}',
  level: 'SHOULD',
  severity: 'info',
  affects: 'servers',
  spec: links.resolution,
  why: 'That works, and the specification still recommends the well-known file alone, with a port in it: the certificate is then for the host that is really connected to, and homeservers differ less in how they read it.',
  fix: 'If you want to change it, publish {"m.server": "{target}"} at {url}, with a certificate for that host. Keep the record for two days longer.',
  evaluate: whereSrvAsked((_looks, federation, facts) => {
    const used = usedSrv(federation);
    const [first] = used === undefined ? [] : hostTargets(used);
    if (used === undefined || first === undefined) return [pass()];
    return [
      fail({
        values: {
          owner: used.owner,
          target: hostAndPort(first.target, first.port),
          instead: federation.delegatedName === null ? 'a well-known file' : 'a port in the well-known file',
          url: `https://${hostnameOf(facts)}${SERVER_FILE_PATH}`,
        },
        evidence: used.targets.map((target) => ({ label: `${used.owner} SRV`, value: recordWords(target) })),
      }),
    ];
  }),
} as const satisfies Check;
