import type { FileFetch, WellKnownFile } from '../../facts/http.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { withoutAddressWords } from '../../facts/words/without-address-words.js';
import { type ClientFileStage, failureOf } from '../readings/client-file-stages.js';
import { placeOf } from './place.js';

/** Why nothing behind a stage can be judged: one plain sentence without a full stop. */
export const stageBecause = (stage: ClientFileStage, file: WellKnownFile, fetch: FileFetch | undefined): string =>
  BECAUSE[stage](file, fetch);

type Because = (file: WellKnownFile, fetch: FileFetch | undefined) => string;

const BECAUSE = {
  address: ({ host }) => withoutAddressWords(host),
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
