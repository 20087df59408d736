import type { FederationFacts, SrvLook } from '../../facts/federation.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { recordWords } from '../verdicts/where-srv.js';
import { whereSurveySeen } from '../verdicts/where-survey-seen.js';

export const noHiddenRecords = {
  id: 'srv/no-hidden-records',
  title: 'There is no SRV record that servers never ask for',
  failureTitle: 'No server asks for {owners}, since {reason}',
  level: 'advice',
  severity: 'info',
  affects: 'servers',
  spec: links.resolution,
  why: 'That does no harm, but is easily mistaken for what is in effect.{outage}',
  fix: 'Remove {owners} from DNS.{instead}',
  evaluate: whereSurveySeen(({ hiddenSrv }, federation) => {
    const reason = reasonOf(federation);
    if (reason === null) return [notApplicable('nothing comes before SRV records here')];
    const hidden = hiddenSrv.filter((look) => !isOlderTwin(look, federation));
    if (hidden.length === 0) return [pass()];
    return [
      fail({
        values: {
          owners: listWords(hidden.map(({ owner }) => owner)),
          reason,
          outage:
            federation.delegatedName === null
              ? ''
              : ' While the well-known file cannot be fetched, servers do go by SRV records.',
          instead:
            federation.delegatedName === null
              ? ''
              : ' Or keep it as a way around such an outage; then it must lead to the homeserver too, with a certificate for the server name.',
        },
        evidence: hidden.flatMap(({ owner, targets }) =>
          targets.map((target) => ({ label: `${owner} SRV`, value: recordWords(target) })),
        ),
      }),
    ];
  }),
} as const satisfies Check;

const reasonOf = ({ step, delegatedName }: FederationFacts): string | null => {
  if (delegatedName !== null) return 'the well-known file comes first';
  return step === '2' ? 'the server name has a port' : null;
};

/** The deprecated record behind the current one of the delegated host: judged by `srv/both-services-agree`. */
const isOlderTwin = ({ owner }: SrvLook, { srv }: FederationFacts): boolean =>
  srv.some((asked) => asked.owner.replace('_matrix-fed.', '_matrix.') === owner);
