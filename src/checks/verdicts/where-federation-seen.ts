import { blindness } from '../../facts/blindness.js';
import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import type { Check } from '../check.js';
import { notTested, type Verdict } from '../verdict.js';

/** Judges how other servers find this one; not-tested where nothing could be seen from here, or where the input is no server name. */
export const whereFederationSeen =
  (judge: (federation: FederationFacts, facts: Facts) => readonly Verdict[]): Check['evaluate'] =>
  (facts) => {
    const blind = blindness(facts);
    if (blind !== null) return [notTested(blind)];
    const { federation } = facts;
    if (federation.kind === 'skipped') return [notTested(federation.because)];
    if (federation.kind === 'failed') return [notTested(failureWords(federation.failure))];
    return judge(federation.value, facts);
  };
