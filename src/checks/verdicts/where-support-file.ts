import { blindness } from '../../facts/blindness.js';
import type { Facts } from '../../facts/facts.js';
import type { FileFetch, WellKnownFile } from '../../facts/http.js';
import { failureWords } from '../../facts/words/failure-words.js';
import type { Check } from '../check.js';
import { isBlameless } from '../readings/blameless.js';
import { notTested, type Verdict } from '../verdict.js';

/** `/.well-known/matrix/support` as it was fetched from every address that can be held against the server. */
export interface SupportFile {
  readonly file: WellKnownFile;
  readonly fetches: readonly FileFetch[];
}

/** Judges the support file; not-tested where nothing could be asked, as where the host has no address. */
export const whereSupportFile =
  (judge: (support: SupportFile, facts: Facts) => readonly Verdict[]): Check['evaluate'] =>
  (facts) => {
    const blind = blindness(facts);
    if (blind !== null) return [notTested(blind)];
    const { support } = facts;
    if (support.kind === 'skipped') return [notTested(support.because)];
    if (support.kind === 'failed') return [notTested(failureWords(support.failure))];
    const fetches = support.value.fetches.filter(
      ({ end }) => end.kind !== 'failed' || !isBlameless(end.failure, facts),
    );
    if (fetches.length > 0) return judge({ file: support.value, fetches }, facts);
    const { host } = support.value;
    return [notTested(host.addresses.length === 0 ? `${host.host} has no address` : `nothing came from ${host.host}`)];
  };
