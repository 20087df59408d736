import { certificateFaults } from '../../facts/certificate-state.js';
import type { Facts } from '../../facts/facts.js';
import type { Check } from '../check.js';
import { type VersionsAnswer, type VersionsStage, versionsPosition } from '../readings/versions-progress.js';
import { fail, notTested, pass, type Verdict } from '../verdict.js';
import { placeOf } from '../words/place.js';
import type { StageFailure } from './at-client-file-stage.js';
import { type ClientHomeserver, whereHomeserver } from './where-homeserver.js';

/** Judges one stage of asking the homeserver for its versions, as `atClientFileStage` does for the client file. */
export const atVersionsStage = (
  stage: VersionsStage,
  failing: (homeserver: ClientHomeserver, facts: Facts) => StageFailure | Verdict,
): Check['evaluate'] =>
  whereHomeserver((homeserver, facts) => {
    const position = versionsPosition(homeserver.versions, stage);
    if (position === 'before') return [notTested(homeserver.versions.because)];
    if (position === 'past') return [pass()];
    const other = shownByOther(homeserver, facts);
    if (other !== null) return [notTested(other)];
    const failure = failing(homeserver, facts);
    return ['outcome' in failure ? failure : fail({ at: stoppedAt(homeserver, stage)[0]?.look ?? null, ...failure })];
  });

/** Behind a certificate for another name there is another site, most often: area client-tls tells of it. Null where there is none. */
const shownByOther = ({ host, versions: { best } }: ClientHomeserver, { observedAt }: Facts): string | null =>
  best !== null && certificateFaults(best.look, observedAt).includes('name')
    ? `the certificate at ${placeOf(best.look)} is not for ${host}`
    : null;

/** The answers of all addresses that are stopped at `stage`. */
export const stoppedAt = ({ versions }: ClientHomeserver, stage: VersionsStage): readonly VersionsAnswer[] =>
  versions.counted.filter((answer) => answer.stoppedAt === stage);
