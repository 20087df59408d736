import { blindness } from '../../facts/blindness.js';
import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import { failureWords } from '../../facts/words/failure-words.js';
import type { Check } from '../check.js';
import { type ClientFileProgress, clientFileProgress } from '../readings/client-file-progress.js';
import { notApplicable, notTested, type Verdict } from '../verdict.js';

/** Judges how clients find this server; not-tested where nothing could be seen from here, or where the input is no server name. */
export const whereClientSeen =
  (judge: (client: ClientFacts, progress: ClientFileProgress, facts: Facts) => readonly Verdict[]): Check['evaluate'] =>
  (facts) => {
    const blind = blindness(facts);
    if (blind !== null) return [notTested(blind)];
    const { client } = facts;
    if (client.kind === 'skipped') return [notTested(client.because)];
    if (client.kind === 'failed') return [notTested(failureWords(client.failure))];
    return judge(client.value, clientFileProgress(client.value.file, facts), facts);
  };

/** A client file that is not there raises no questions about what it says; one that cannot be read leaves them open. */
export const stoppedBefore = ({ stoppedAt, because }: ClientFileProgress): Verdict =>
  stoppedAt === 'presence' ? notApplicable(because) : notTested(because);
