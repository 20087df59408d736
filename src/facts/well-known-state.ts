import { type ClientFileReading, readClientFile } from '../spec/well-known-client.js';
import { readServerFile, type ServerFileReading } from '../spec/well-known-server.js';
import { bodyText } from './body-text.js';
import { certificateFaults } from './certificate-state.js';
import type { Body, FileFetch, HttpResponse, WellKnownFile } from './http.js';
import { seenValue } from './observation.js';

/** How fetching `/.well-known/matrix/server` ended, in the words of the report. */
export const WELL_KNOWN_STATES = [
  'valid',
  'not-found',
  'http-error',
  'invalid-json',
  'missing-m-server',
  'invalid-m-server',
  'too-large',
  'redirect-error',
  'tls-error',
  'unreachable',
  'not-attempted',
] as const;

export type WellKnownState = (typeof WELL_KNOWN_STATES)[number];

/** One fetch of the server file, read. `reading` is null where there was no whole body with status 200. */
export interface ServerFileFetched {
  readonly fetch: FileFetch;
  readonly state: Exclude<WellKnownState, 'not-attempted'>;
  /** Of the last response; null where there was none. */
  readonly status: number | null;
  readonly reading: ServerFileReading | null;
}

/**
 * Reads each fetch. A certificate that does not cover the hop's host, is not trusted, or is out of its dates at `observedAt` is `tls-error`,
 * on whichever hop: the look went on for the diagnosis, but no homeserver would have.
 */
export const readServerFileFetches = (file: WellKnownFile, observedAt: string): readonly ServerFileFetched[] =>
  file.fetches.map((fetch) => readServerFileFetch(fetch, observedAt));

export const readServerFileFetch = (fetch: FileFetch, observedAt: string): ServerFileFetched => {
  const body = wholeBody(fetch);
  const reading = body === undefined ? null : readServerFile(bodyText(body));
  return {
    fetch,
    state: serverFileState(fetch, reading, observedAt),
    status: lastResponse(fetch)?.status ?? null,
    reading,
  };
};

/** How much a fetch has to say: of several addresses, the one with most decides, since whoever asks goes on where an address is dead. */
export type FetchRank = 'usable' | 'answered' | 'dead';

const RANKS: readonly FetchRank[] = ['usable', 'answered', 'dead'];

/** The first with the best rank; undefined where there is none. */
export const firstOfBestRank = <T>(fetches: readonly T[], rank: (fetched: T) => FetchRank): T | undefined =>
  RANKS.map((wanted) => fetches.find((fetched) => rank(fetched) === wanted)).find((found) => found !== undefined);

export const serverFetchRank = ({ state }: ServerFileFetched): FetchRank => {
  if (state === 'valid') return 'usable';
  return state === 'tls-error' || state === 'unreachable' ? 'dead' : 'answered';
};

/** The fetch that the walk goes by; undefined where there was no address. */
export const decidingFetch = (fetches: readonly ServerFileFetched[]): ServerFileFetched | undefined =>
  firstOfBestRank(fetches, serverFetchRank);

/** One fetch of the client file, read. `reading` is null where there was no whole body with status 200. */
export interface ClientFileFetched {
  readonly fetch: FileFetch;
  /** Of the final response; null where there was none. */
  readonly status: number | null;
  /** A TLS fault on a hop, as in `readServerFileFetches`: no browser would have gone on. */
  readonly tlsFault: boolean;
  readonly reading: ClientFileReading | null;
}

export const readClientFileFetches = (file: WellKnownFile, observedAt: string): readonly ClientFileFetched[] =>
  file.fetches.map((fetch) => readClientFileFetch(fetch, observedAt));

export const readClientFileFetch = (fetch: FileFetch, observedAt: string): ClientFileFetched => {
  const body = wholeBody(fetch);
  return {
    fetch,
    status: fetch.end.kind === 'answered' ? (lastResponse(fetch)?.status ?? null) : null,
    tlsFault: hasTlsFault(fetch, observedAt),
    reading: body === undefined ? null : readClientFile(bodyText(body)),
  };
};

/** The fetch that clients are judged by; undefined where there was no address. */
export const decidingClientFetch = (fetches: readonly ClientFileFetched[]): ClientFileFetched | undefined =>
  firstOfBestRank(fetches, clientFetchRank);

/** Usable: fetched over TLS as it should be, and naming a base URL. */
export const clientFetchRank = ({ fetch, tlsFault, reading }: ClientFileFetched): FetchRank => {
  if (tlsFault || fetch.end.kind === 'failed') return 'dead';
  return reading?.kind === 'usable' ? 'usable' : 'answered';
};

const serverFileState = (
  fetch: FileFetch,
  reading: ServerFileReading | null,
  observedAt: string,
): ServerFileFetched['state'] => {
  if (hasTlsFault(fetch, observedAt)) return 'tls-error';
  if (fetch.end.kind === 'redirect-error') return 'redirect-error';
  const response = lastResponse(fetch);
  if (fetch.end.kind === 'failed' || response === undefined) return 'unreachable';
  if (response.status !== 200) return response.status === 404 ? 'not-found' : 'http-error';
  if (reading !== null) return reading.kind === 'delegates' ? 'valid' : reading.kind;
  return response.body.kind === 'failed' && response.body.failure.reason === 'body-too-large'
    ? 'too-large'
    : 'unreachable';
};

/** A handshake that failed, at whatever hop ended the fetch, or a certificate that nobody should have accepted. */
const hasTlsFault = (fetch: FileFetch, observedAt: string): boolean =>
  (fetch.end.kind === 'failed' && fetch.end.failure.layer === 'tls') ||
  fetch.hops.some((hop) => certificateFaults(hop, observedAt).length > 0);

const wholeBody = (fetch: FileFetch): Body | undefined => {
  const response = fetch.end.kind === 'answered' ? lastResponse(fetch) : undefined;
  return response?.status === 200 ? seenValue(response.body) : undefined;
};

const lastResponse = (fetch: FileFetch): HttpResponse | undefined => {
  const last = fetch.hops.at(-1);
  return last === undefined ? undefined : seenValue(last.response);
};
