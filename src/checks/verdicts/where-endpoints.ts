import type { Facts } from '../../facts/facts.js';
import type { EndpointFacts, FederationFacts } from '../../facts/federation.js';
import { listWords } from '../../facts/words/list-words.js';
import type { Check } from '../check.js';
import { type Barrier, portBarrier } from '../readings/barriers.js';
import { groupBy } from '../readings/group-by.js';
import { notTested, type Verdict } from '../verdict.js';
import { placeOf } from '../words/place.js';
import { whereFederationSeen } from './where-federation-seen.js';

/**
 * Judges the endpoints that `barrier` lets through: what a check asks for must have been possible there. Not-tested where none is, with what was
 * in the way, so that one cause is one error.
 */
export const whereEndpoints = (
  barrier: Barrier,
  judge: (endpoints: readonly EndpointFacts[], federation: FederationFacts, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereFederationSeen((federation, facts) => {
    const { endpoints } = federation;
    if (endpoints.length === 0) return [notTested('servers find no address to connect to')];
    const barriers = endpoints.map((endpoint) => barrier(endpoint, facts));
    const open = endpoints.filter((_, index) => barriers[index] === null);
    if (open.length > 0) return judge(open, federation, facts);
    return [notTested(barrierWords(endpoints, barriers))];
  });

/** Judges every endpoint that could be connected to: port 0 is a finding of its own. */
export const whereAnyEndpoint = (
  judge: (endpoints: readonly EndpointFacts[], federation: FederationFacts, facts: Facts) => readonly Verdict[],
): Check['evaluate'] => whereEndpoints(portBarrier, judge);

/** Each barrier once, with every place that it stands at: what a check says that is not tested at any of them. */
export const barrierWords = (endpoints: readonly EndpointFacts[], barriers: readonly (string | null)[]): string => {
  const met = endpoints.map((endpoint, index) => ({ place: placeOf(endpoint), words: barriers[index] ?? '' }));
  return [...groupBy(met, ({ words }) => words)]
    .map(([words, group]) => words.replace('{where}', listWords(group.map(({ place }) => place))))
    .join('; ');
};
