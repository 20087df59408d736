import type { Facts } from '../../facts/facts.js';
import type { Check } from '../check.js';
import { type ClientFileObstacle, clientFileObstacle } from '../readings/client-file-obstacle.js';
import { type ClientFileProgress, positionOf } from '../readings/client-file-progress.js';
import { elsewhereEvidence } from '../readings/client-files-elsewhere.js';
import { fail, pass, type Values } from '../verdict.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { stoppedBefore, whereClientSeen } from './where-client-seen.js';

/** Fails where that stands in the way of the client file; not tested where something else does. */
export const atObstacle = (
  obstacle: ClientFileObstacle,
  valuesOf: (progress: ClientFileProgress, facts: Facts) => Values,
): Check['evaluate'] =>
  whereClientSeen((_client, progress, facts) => {
    if (clientFileObstacle(progress) === obstacle) {
      return [
        fail({
          values: valuesOf(progress, facts),
          evidence: [...clientFileEvidence(progress.counted), ...elsewhereEvidence(facts)],
          at: progress.fetched?.fetch.hops[0] ?? null,
        }),
      ];
    }
    const isClear = positionOf(progress, 'presence') !== 'before' && progress.stoppedAt !== 'json';
    return [isClear ? pass() : stoppedBefore(progress)];
  });
