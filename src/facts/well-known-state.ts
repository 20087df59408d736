import type { ClientFileReading } from '../spec/well-known-client.js';
import type { ServerFileReading } from '../spec/well-known-server.js';
import type { FileFetch, WellKnownFile } from './http.js';

/** How fetching `/.well-known/matrix/server` ended, in the words of the report. */
export type WellKnownState =
  | 'valid'
  | 'not-found'
  | 'http-error'
  | 'invalid-json'
  | 'missing-m-server'
  | 'invalid-m-server'
  | 'too-large'
  | 'redirect-error'
  | 'tls-error'
  | 'unreachable'
  | 'not-attempted';

/** One fetch of the server file, read. `reading` is null where there was no whole body with status 200. */
export interface ServerFileFetched {
  readonly fetch: FileFetch;
  readonly state: Exclude<WellKnownState, 'not-attempted'>;
  readonly status: number | null;
  readonly reading: ServerFileReading | null;
}

/**
 * Reads each fetch. A certificate that does not cover the hop's host, is not trusted, or is out of its dates at `observedAt` is `tls-error`,
 * on whichever hop: the look went on for the diagnosis, but no homeserver would have.
 */
export const readServerFileFetches = (file: WellKnownFile, observedAt: string): readonly ServerFileFetched[] => {
  throw new Error(`not written yet: ${file.url} ${observedAt}`);
};

/** The fetch that the walk goes by: the first valid one in the order of addresses, else the first; undefined where there was no address. */
export const decidingFetch = (fetches: readonly ServerFileFetched[]): ServerFileFetched | undefined =>
  fetches.find((fetched) => fetched.state === 'valid') ?? fetches[0];

/** One fetch of the client file, read. `reading` is null where there was no whole body with status 200. */
export interface ClientFileFetched {
  readonly fetch: FileFetch;
  /** Of the final response; null where there was none. */
  readonly status: number | null;
  /** A TLS fault on a hop, as in `readServerFileFetches`: no browser would have gone on. */
  readonly tlsFault: boolean;
  readonly reading: ClientFileReading | null;
}

export const readClientFileFetches = (file: WellKnownFile, observedAt: string): readonly ClientFileFetched[] => {
  throw new Error(`not written yet: ${file.url} ${observedAt}`);
};
