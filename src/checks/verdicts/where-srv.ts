import type { Facts } from '../../facts/facts.js';
import type { FederationFacts, SrvLook, SrvTarget } from '../../facts/federation.js';
import { isNotFound } from '../../facts/lookup-state.js';
import { listWords } from '../../facts/words/list-words.js';
import type { Check } from '../check.js';
import { usedSrv } from '../readings/used-srv.js';
import { notApplicable, notTested, type Verdict } from '../verdict.js';
import { whereFederationSeen } from './where-federation-seen.js';

/** Judges the SRV records that the walk asked for; not-applicable on paths without SRV (steps 1, 2, 3.1, 3.2). */
export const whereSrvAsked = (
  judge: (looks: readonly SrvLook[], federation: FederationFacts, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereFederationSeen((federation, facts) =>
    federation.srv.length === 0
      ? [notApplicable('servers ask for no SRV record on this path')]
      : judge(federation.srv, federation, facts),
  );

/** Judges the SRV records that give the destinations; not-applicable where there are none, not-tested where DNS gave no clear answer. */
export const whereSrvUsed = (
  judge: (used: SrvLook, federation: FederationFacts, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereSrvAsked((looks, federation, facts) => {
    const used = usedSrv(federation);
    if (used !== undefined) return judge(used, federation, facts);
    const unclear = looks.filter(({ lookup }) => !isNotFound(lookup));
    return unclear.length === 0
      ? [notApplicable(`there is no SRV record at ${listWords(looks.map(({ owner }) => owner))}`)]
      : [notTested(`DNS gives no clear answer for ${listWords(unclear.map(({ owner }) => owner))}`)];
  });

/** Targets that are host names: all but the `.` that says "not offered here". */
export const hostTargets = ({ targets }: SrvLook): readonly SrvTarget[] =>
  targets.filter(({ target }) => target !== '.');

/** A record in presentation form, with the final dot that a zone file needs: "10 0 8448 matrix.example.com.". */
export const recordWords = ({ priority, weight, port, target }: SrvTarget): string =>
  `${priority} ${weight} ${port} ${target === '.' ? '.' : `${target}.`}`;
