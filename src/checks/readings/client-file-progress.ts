import type { Facts } from '../../facts/facts.js';
import type { HttpLook, HttpResponse, WellKnownFile } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { type ClientFileFetched, clientFetchRank, readClientFileFetches } from '../../facts/well-known-state.js';
import { clientFileWords, fetchPlace } from '../words/client-file-words.js';
import { stageBecause } from '../words/stage-because.js';
import { CLIENT_FILE_STAGES, type ClientFileStage, stageOf } from './client-file-stages.js';
import { readOnce } from './read-once.js';

/** How far a client gets with a client file. */
export interface ClientFileProgress {
  readonly file: WellKnownFile;
  /** The stage that it does not get past; null where a base URL comes out. */
  readonly stoppedAt: ClientFileStage | null;
  /** Why the stages behind it cannot be judged: one plain sentence without a full stop. */
  readonly because: string;
  /** The fetch that is judged: of all addresses, the one that gets furthest. */
  readonly fetched: ClientFileFetched | null;
  readonly last: HttpLook | null;
  readonly response: HttpResponse | null;
  /** All fetches that can be held against the server. */
  readonly counted: readonly ClientFileFetched[];
  /** Why each of the others says nothing: "[2001:db8::5]:443: this machine has no route to that address". */
  readonly unseen: readonly string[];
}

export const clientFileProgress = readOnce((file: WellKnownFile, facts: Facts): ClientFileProgress => {
  const all = readClientFileFetches(file, facts.observedAt);
  const counted = all.filter((fetched) => stageOf(fetched, facts) !== 'look');
  const fetched = furthest(counted, facts) ?? all[0] ?? null;
  const stoppedAt = fetched === null ? 'address' : stageOf(fetched, facts);
  const last = fetched?.fetch.hops.at(-1) ?? null;
  return {
    file,
    stoppedAt,
    because: stoppedAt === null ? '' : stageBecause(stoppedAt, file, fetched?.fetch),
    fetched,
    last,
    response: fetched?.fetch.end.kind === 'answered' && last !== null ? (seenValue(last.response) ?? null) : null,
    counted,
    unseen: all
      .filter((one) => !counted.includes(one))
      .map((one) => `${fetchPlace(one.fetch)}: ${clientFileWords(one)}`),
  };
});

/** Whether a client is stopped before `stage`, at it, or gets past it. */
export const positionOf = (progress: ClientFileProgress, stage: ClientFileStage): 'before' | 'at' | 'past' => {
  if (progress.stoppedAt === null) return 'past';
  const distance = CLIENT_FILE_STAGES.indexOf(progress.stoppedAt) - CLIENT_FILE_STAGES.indexOf(stage);
  if (distance === 0) return 'at';
  return distance < 0 ? 'before' : 'past';
};

const furthest = (fetches: readonly ClientFileFetched[], facts: Facts): ClientFileFetched | undefined =>
  fetches.find((fetched) => clientFetchRank(fetched) === 'usable') ??
  fetches.toSorted((left, right) => rank(right, facts) - rank(left, facts))[0];

const rank = (fetched: ClientFileFetched, facts: Facts): number => {
  const stage = stageOf(fetched, facts);
  return stage === null ? CLIENT_FILE_STAGES.length : CLIENT_FILE_STAGES.indexOf(stage);
};
