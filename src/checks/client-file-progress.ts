import type { Facts } from '../facts/facts.js';
import type { Failure } from '../facts/failure.js';
import type { FileFetch, HttpLook, HttpResponse, WellKnownFile } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import { type ClientFileFetched, isUsableClientFetch, readClientFileFetches } from '../facts/well-known-state.js';
import { isBlameless } from './blameless.js';
import { failureWords } from './failure-words.js';
import { listWords } from './list-words.js';
import { placeOf } from './place.js';

/**
 * What stands between a server name and a base URL, in the order in which a client meets it. Each is one cause, and so one finding;
 * `look` is our own failing (no route from here, out of time), which says nothing about the server.
 */
export const CLIENT_FILE_STAGES = [
  'address',
  'look',
  'connection',
  'handshake',
  'redirects',
  'status',
  'presence',
  'whole',
  'content',
  'json',
  'object',
  'base-url',
  'url',
] as const;

export type ClientFileStage = (typeof CLIENT_FILE_STAGES)[number];

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
}

export const clientFileProgress = (file: WellKnownFile, facts: Facts): ClientFileProgress => {
  const all = readClientFileFetches(file, facts.observedAt);
  const counted = all.filter((fetched) => stageOf(fetched, facts) !== 'look');
  const fetched = furthest(counted, facts) ?? all[0] ?? null;
  const stoppedAt = fetched === null ? 'address' : stageOf(fetched, facts);
  const last = fetched?.fetch.hops.at(-1) ?? null;
  return {
    file,
    stoppedAt,
    because: stoppedAt === null ? '' : BECAUSE[stoppedAt](file, fetched?.fetch),
    fetched,
    last,
    response: fetched?.fetch.end.kind === 'answered' && last !== null ? (seenValue(last.response) ?? null) : null,
    counted,
  };
};

/** Whether a client is stopped before `stage`, at it, or gets past it. */
export const positionOf = (progress: ClientFileProgress, stage: ClientFileStage): 'before' | 'at' | 'past' => {
  if (progress.stoppedAt === null) return 'past';
  const distance = CLIENT_FILE_STAGES.indexOf(progress.stoppedAt) - CLIENT_FILE_STAGES.indexOf(stage);
  if (distance === 0) return 'at';
  return distance < 0 ? 'before' : 'past';
};

/** The stage that one fetch does not get past. */
export const stageOf = ({ fetch, status, reading }: ClientFileFetched, facts: Facts): ClientFileStage | null => {
  const failure = failureOf(fetch);
  if (failure !== null) return isBlameless(failure, facts) ? 'look' : stageOfFailure(failure);
  if (fetch.end.kind === 'redirect-error') return 'redirects';
  if (status === 404) return 'presence';
  if (reading === null) return 'status';
  switch (reading.kind) {
    case 'empty':
      return 'content';
    case 'invalid-json':
      return 'json';
    case 'not-an-object':
      return 'object';
    case 'missing-base-url':
      return 'base-url';
    case 'invalid-base-url':
      return 'url';
    default:
      return null;
  }
};

/** What stopped a fetch: a connection, an answer, or a body of status 200 that did not come whole. */
export const failureOf = (fetch: FileFetch): Failure | null => {
  if (fetch.end.kind === 'failed') return fetch.end.failure;
  const last = fetch.hops.at(-1);
  const response = last === undefined ? undefined : seenValue(last.response);
  return response?.status === 200 && response.body.kind === 'failed' ? response.body.failure : null;
};

const stageOfFailure = ({ layer }: Failure): ClientFileStage => {
  if (layer === 'tls') return 'handshake';
  return layer === 'body' ? 'whole' : 'connection';
};

const furthest = (fetches: readonly ClientFileFetched[], facts: Facts): ClientFileFetched | undefined =>
  fetches.find(isUsableClientFetch) ?? fetches.toSorted((left, right) => rank(right, facts) - rank(left, facts))[0];

const rank = (fetched: ClientFileFetched, facts: Facts): number => {
  const stage = stageOf(fetched, facts);
  return stage === null ? CLIENT_FILE_STAGES.length : CLIENT_FILE_STAGES.indexOf(stage);
};

type Because = (file: WellKnownFile, fetch: FileFetch | undefined, counted: readonly ClientFileFetched[]) => string;

const BECAUSE = {
  address: ({ host }) => `${host.host} has no address`,
  look: ({ host }, fetch) => `${listWords(host.addresses)}: ${failureText(fetch)}`,
  connection: (_file, fetch) => `the client file cannot be fetched from ${endPlace(fetch)}: ${failureText(fetch)}`,
  handshake: (_file, fetch) => `the client file cannot be fetched from ${endPlace(fetch)}: ${failureText(fetch)}`,
  redirects: () => 'the redirects of the client file lead nowhere',
  status: (_file, fetch) => `the client file is answered with status ${statusOf(fetch)}`,
  presence: () => 'there is no client file',
  whole: () => 'the client file did not arrive whole',
  content: () => 'the client file is empty',
  json: () => 'the client file is not JSON',
  object: () => 'the client file is not a JSON object',
  'base-url': () => 'the client file names no base URL',
  url: () => 'the base URL in the client file is not a web address',
} as const satisfies Record<ClientFileStage, Because>;

const endPlace = (fetch: FileFetch | undefined): string => {
  const last = fetch?.hops.at(-1);
  return last === undefined ? 'its host' : placeOf(last);
};

const failureText = (fetch: FileFetch | undefined): string => {
  const failure = fetch === undefined ? null : failureOf(fetch);
  return failure === null ? 'no answer' : failureWords(failure);
};

const statusOf = (fetch: FileFetch | undefined): string => {
  const response = fetch?.hops.at(-1)?.response;
  return response?.kind === 'seen' ? `${response.value.status}` : 'unknown';
};
