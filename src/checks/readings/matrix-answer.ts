import { bodyText } from '../../facts/body-text.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook, HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { isJsonObject, type JsonReading, readJson } from '../../spec/json.js';
import { locationWords } from '../words/location-words.js';
import { isBlameless } from './blameless.js';
import { lookFailure } from './look-failure.js';
import { readOnce } from './read-once.js';

/** What an answer of the client API is, whatever the question was. `words`, as "is answered with ...": "404 M_UNRECOGNIZED", "404 and an HTML page". */
export type MatrixAnswer =
  /** Nothing that could be held against the server: no route, no time left, or a rate limit (429). */
  | { readonly kind: 'unseen'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string }
  /** An error as every Matrix server writes it. `error` null: the text that belongs to it is missing. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly errcode: string;
      readonly error: string | null;
      readonly words: string;
    }
  /** JSON with status 200. */
  | { readonly kind: 'json'; readonly value: unknown; readonly words: string }
  /** Anything else, which no homeserver says. */
  | { readonly kind: 'foreign'; readonly status: number; readonly words: string };

export const readMatrixAnswer = readOnce((look: HttpLook, facts: Facts): MatrixAnswer => {
  const failure = lookFailure(look);
  if (failure !== null) {
    const words = failureWords(failure);
    return isBlameless(failure, facts)
      ? { kind: 'unseen', words }
      : { kind: 'failed', words: `nothing usable (${words})` };
  }
  if (look.response.kind === 'skipped') return { kind: 'unseen', words: look.response.because };
  const response = seenValue(look.response);
  const body = response === undefined ? undefined : seenValue(response.body);
  if (response === undefined || body === undefined) return { kind: 'unseen', words: 'it has no answer' };

  const { status } = response;
  const json = readJson(bodyText(body));
  const members = json.kind === 'json' && isJsonObject(json.value) ? json.value : {};
  const { errcode, error } = members;
  if (status === 429) return { kind: 'unseen', words: '429, since it limits the rate of requests' };
  if (typeof errcode === 'string' && status >= 400) {
    return {
      kind: 'error',
      status,
      errcode,
      error: typeof error === 'string' ? error : null,
      words: `${status} ${errcode.slice(0, LONGEST_CODE)}`,
    };
  }
  if (json.kind === 'json' && status === 200) return { kind: 'json', value: json.value, words: '200 and JSON' };
  return { kind: 'foreign', status, words: `${status}${companyWords(response, json)}` };
});

/** More than any real one has. */
const LONGEST_CODE = 100;

/** The answer that says: this homeserver has no such endpoint. Older ones said it with status 400. */
export const isUnrecognized = (answer: MatrixAnswer): boolean =>
  answer.kind === 'error' && answer.errcode === 'M_UNRECOGNIZED' && answer.status < 500;

const companyWords = ({ status, headers }: HttpResponse, json: JsonReading): string => {
  if (status >= 300 && status < 400) return ` to ${locationWords(headers)}`;
  if (json.kind === 'json') return ' and JSON without a Matrix error code';
  switch (json.fault.kind) {
    case 'empty':
      return ' and nothing else';
    case 'html':
      return ' and an HTML page';
    default:
      return ' and a text that is not JSON';
  }
};
