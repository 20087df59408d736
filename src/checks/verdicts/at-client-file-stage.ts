import { certificateFaults } from '../../facts/certificate-state.js';
import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import type { Check } from '../check.js';
import { type ClientFileProgress, positionOf } from '../readings/client-file-progress.js';
import type { ClientFileStage } from '../readings/client-file-stages.js';
import type { Evidence } from '../verdict.js';
import { fail, notTested, pass, type Values, type Verdict } from '../verdict.js';
import { stoppedBefore, whereClientSeen } from './where-client-seen.js';

/** What a check says of a stage that nobody gets past. */
export interface StageFailure {
  readonly values?: Values;
  readonly evidence?: readonly Evidence[];
  /** The answer that has to change; left out: the first one, that of the host where clients look. */
  readonly at?: HttpLook | null;
}

/** Behind a certificate for another name there is another site, most often: area client-tls tells of it. */
const isAtOther = ({ last }: ClientFileProgress, { observedAt }: Facts): boolean =>
  last !== null && certificateFaults(last, observedAt).includes('name');

/**
 * Judges one stage of the way from the server name to a base URL: fails where clients are stopped at it, is not tested where they are stopped
 * before. So one cause is one error. `failing` may give a verdict of its own where another check of that stage has the better words.
 */
export const atClientFileStage = (
  stage: ClientFileStage,
  failing: (progress: ClientFileProgress, client: ClientFacts, facts: Facts) => StageFailure | Verdict,
): Check['evaluate'] =>
  whereClientSeen((client, progress, facts) => {
    const position = positionOf(progress, stage);
    if (position === 'before') return [stoppedBefore(progress)];
    if (position === 'past') return [pass()];
    if (isAtOther(progress, facts)) return [notTested(`TLS for ${progress.file.host.host} is not in order`)];
    const failure = failing(progress, client, facts);
    return ['outcome' in failure ? failure : fail({ at: progress.fetched?.fetch.hops[0] ?? null, ...failure })];
  });
