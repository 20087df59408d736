import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import type { Check } from '../check.js';
import { keysBarrier } from '../readings/barriers.js';
import { type PublishedKeys, readKeysAnswer } from '../readings/keys-reading.js';
import { notTested, type Verdict } from '../verdict.js';
import { placeOf } from '../words/place.js';
import { type PlaceFault, sharedVerdict } from './shared-verdict.js';
import { whereEndpoints } from './where-endpoints.js';

/** The signing keys that one endpoint publishes. */
export interface KeysAtPlace {
  readonly place: string;
  readonly keys: PublishedKeys;
}

/** Judges the signing keys of every endpoint that gives readable ones. */
export const wherePublishedKeys = (
  judge: (published: readonly KeysAtPlace[], facts: Facts, federation: FederationFacts) => readonly Verdict[],
): Check['evaluate'] =>
  whereEndpoints(keysBarrier, (endpoints, federation, facts) => {
    const published = endpoints.flatMap((endpoint) => {
      const keys = readKeysAnswer(endpoint, facts);
      return keys?.kind === 'read' ? [{ place: placeOf(endpoint), keys }] : [];
    });
    return judge(published, facts, federation);
  });

/**
 * One verdict for a fault of the signing keys, which endpoints that lead to one server share. `missing` says what the check cannot do without,
 * null where it is there.
 */
export const keysVerdicts = (
  faultOf: (keys: PublishedKeys, facts: Facts, federation: FederationFacts) => PlaceFault | null,
  missing: (keys: PublishedKeys, facts: Facts) => string | null = () => null,
): Check['evaluate'] =>
  wherePublishedKeys((published, facts, federation) => {
    const judged = published.filter(({ keys }) => missing(keys, facts) === null);
    const [first] = published;
    if (judged.length === 0) {
      return [notTested((first === undefined ? null : missing(first.keys, facts)) ?? 'no signing keys were seen')];
    }
    return [
      sharedVerdict(
        judged,
        ({ place }) => place,
        ({ keys }) => faultOf(keys, facts, federation),
      ),
    ];
  });
