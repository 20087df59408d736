import type { FileFetch } from '../../facts/http.js';
import type { ClientFileFetched } from '../../facts/well-known-state.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { redirectFaultWords } from '../../facts/words/redirect-fault-words.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { failureOf } from '../readings/client-file-stages.js';
import type { Evidence } from '../verdict.js';
import { placeOf } from './place.js';

/** What one fetch of a client file came to, in a few words: "404", "not JSON: ...", "base URL https://matrix.example.com". */
export const clientFileWords = ({ fetch, status, reading }: ClientFileFetched): string => {
  const failure = failureOf(fetch);
  if (failure !== null) return failureWords(failure);
  if (fetch.end.kind === 'redirect-error') return redirectFaultWords(fetch.end.fault, fetch.end.location);
  if (reading === null) return status === null ? 'no answer' : `${status}`;
  switch (reading.kind) {
    case 'empty':
      return 'an empty answer';
    case 'invalid-json':
      return `not JSON: ${reading.fault.message}`;
    case 'not-an-object':
      return `no JSON object but ${reading.found}`;
    case 'missing-base-url':
      return reading.found;
    case 'invalid-base-url':
      return `base URL ${quoted(shownUrl(reading.baseUrl))}`;
    default:
      return `base URL ${shownUrl(reading.baseUrl.written)}`;
  }
};

/** Where the fetches ended, and how, one line each: "203.0.113.5:443" -> "404". */
export const clientFileEvidence = (fetches: readonly ClientFileFetched[]): readonly Evidence[] =>
  fetches.map((fetched) => ({ label: fetchPlace(fetched.fetch), value: clientFileWords(fetched) }));

/** "203.0.113.5:443", and where its redirects led: "203.0.113.5:443, then www.example.com". */
export const fetchPlace = (fetch: FileFetch): string => {
  const [first] = fetch.hops;
  const last = fetch.hops.at(-1);
  if (first === undefined || last === undefined) return fetch.address;
  return first.url === last.url ? placeOf(first) : `${placeOf(first)}, then ${last.url}`;
};
