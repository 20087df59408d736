import type { Facts } from '../facts/facts.js';
import type { EndpointFacts, FederationFacts } from '../facts/federation.js';
import { type Barrier, portBarrier } from './barriers.js';
import type { Check } from './check.js';
import { listWords } from './list-words.js';
import { notTested, type Verdict } from './verdict.js';
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
    return [notTested(listWords(barriers.filter((words) => words !== null)))];
  });

/** Judges every endpoint that could be connected to: port 0 is a finding of its own. */
export const whereAnyEndpoint = (
  judge: (endpoints: readonly EndpointFacts[], federation: FederationFacts, facts: Facts) => readonly Verdict[],
): Check['evaluate'] => whereEndpoints(portBarrier, judge);
