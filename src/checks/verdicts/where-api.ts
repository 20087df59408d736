import type { ClientApiFacts, ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import type { Check } from '../check.js';
import { notTested, type Verdict } from '../verdict.js';
import { type ClientHomeserver, whereHomeserver } from './where-homeserver.js';

/** What a homeserver answered to the questions that clients put after discovery. */
export interface ApiAsked {
  readonly api: ClientApiFacts;
  readonly client: ClientFacts;
  readonly homeserver: ClientHomeserver;
  /** That it lists. */
  readonly versions: readonly string[];
}

/** Judges what clients ask of the homeserver after they have found it, where it answers the question for its versions. */
export const whereApi = (judge: (asked: ApiAsked, facts: Facts) => readonly Verdict[]): Check['evaluate'] =>
  whereHomeserver((homeserver, facts) => {
    const reading = homeserver.versions.best?.reading;
    if (reading?.kind !== 'versions') return [notTested(homeserver.versions.because)];
    const client = seenValue(facts.client);
    if (client === undefined) return [notTested(homeserver.versions.because)];
    const { api } = client;
    if (api.kind === 'skipped') return [notTested(api.because)];
    if (api.kind === 'failed') return [notTested(failureWords(api.failure))];
    return judge({ api: api.value, client, homeserver, versions: reading.versions }, facts);
  });
