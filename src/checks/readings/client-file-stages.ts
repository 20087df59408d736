import type { Facts } from '../../facts/facts.js';
import type { Failure } from '../../facts/failure.js';
import type { FileFetch } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import type { ClientFileFetched } from '../../facts/well-known-state.js';
import { isBlameless } from './blameless.js';

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
