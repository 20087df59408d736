import type { SrvLook } from '../../facts/federation.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { usedSrv } from '../readings/used-srv.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { hostTargets, recordWords } from '../verdicts/where-srv.js';
import { whereSurveySeen } from '../verdicts/where-survey-seen.js';

export const bothServicesAgree = {
  id: 'srv/both-services-agree',
  title: 'The deprecated SRV record names the same servers as the current one',
  failureTitle: '{current} and {deprecated} name different servers',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Servers that know only the deprecated record (ejabberd, older releases of others) go to {there}, all others to {here}.',
  fix: 'Give both the same content, or remove {deprecated}.',
  evaluate: whereSurveySeen(({ hiddenSrv }, federation) => {
    const current = usedSrv(federation);
    if (current?.service !== 'matrix-fed') return [notApplicable('servers do not go by _matrix-fed._tcp')];
    if (hostTargets(current).length === 0) return [notTested(`${current.owner} names no server`)];
    const deprecated = hiddenSrv.find(({ owner }) => owner === current.owner.replace('_matrix-fed.', '_matrix.'));
    if (deprecated === undefined || deprecated.targets.length === 0) {
      return [notApplicable('there is no deprecated record beside it')];
    }
    const [here, there] = [serversOf(current), serversOf(deprecated)];
    if (here.join() === there.join()) return [pass()];
    return [
      fail({
        values: {
          current: current.owner,
          deprecated: deprecated.owner,
          here: listWords(here),
          there: listWords(there),
        },
        evidence: [current, deprecated].flatMap(({ owner, targets }) =>
          targets.map((target) => ({ label: `${owner} SRV`, value: recordWords(target) })),
        ),
      }),
    ];
  }),
} as const satisfies Check;

const serversOf = ({ targets }: SrvLook): readonly string[] =>
  targets.map(({ target, port }) => `${target.toLowerCase()}:${port}`).toSorted();
