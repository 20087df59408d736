import type { ClientApiFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook, HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { failureWords, lookWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { listItems } from '../../spec/header-lines.js';
import { type CorsRequest, type PreflightFault, type PreflightReading, preflightCheck } from '../../spec/preflight.js';
import { headerLine } from '../words/header-line.js';
import { locationWords } from '../words/location-words.js';
import { isBlameless } from './blameless.js';
import { corsHop, corsWords } from './browser-block.js';
import { lookFailure } from './look-failure.js';

/** What became of a question (OPTIONS) that a browser puts before a request. */
export type PreflightAnswer =
  | { readonly kind: 'allowed'; readonly look: HttpLook }
  /** Only a star stands for Authorization: browsers let that pass so far, the Fetch standard does not. */
  | { readonly kind: 'by-star'; readonly look: HttpLook }
  | {
      readonly kind: 'refused';
      readonly look: HttpLook;
      readonly fault: PreflightFault | 'no-answer';
      /** To finish "answers with": "status 405", "no Access-Control-Allow-Origin". */
      readonly words: string;
    }
  /** Nothing that could be held against the server. */
  | { readonly kind: 'unseen'; readonly look: HttpLook; readonly words: string };

/** Before `POST /login` with a JSON body, and a token as in all that follows. */
export const readLoginPreflight = ({ loginPreflight: look }: ClientApiFacts, facts: Facts): PreflightAnswer =>
  readPreflight(look, LOGIN, facts);

/** Before `GET /versions` with a token, as web clients send it once they are signed in (since v1.10). */
export const readVersionsPreflight = ({ versionsPreflight: look }: ClientApiFacts, facts: Facts): PreflightAnswer =>
  readPreflight(look, VERSIONS, facts);

/** The same answer, if a browser asked for that method. */
export const allowsMethod = (look: HttpLook, method: string): boolean => {
  const response = seenValue(look.response);
  return response !== undefined && preflightCheck(response, { ...NOTHING_SPECIAL, method }).kind === 'allowed';
};

const NOTHING_SPECIAL: CorsRequest = { origin: WEB_CLIENT_ORIGIN, method: 'GET', headers: [] };
const TOKEN = ['Authorization', 'Bearer'] as const;
const VERSIONS: CorsRequest = { ...NOTHING_SPECIAL, headers: [TOKEN] };
const LOGIN: CorsRequest = { ...VERSIONS, method: 'POST', headers: [TOKEN, ['Content-Type', 'application/json']] };

const readPreflight = (look: HttpLook, request: CorsRequest, facts: Facts): PreflightAnswer => {
  const failure = lookFailure(look);
  const response = seenValue(look.response);
  if (response === undefined) {
    if (failure === null || isBlameless(failure, facts)) return { kind: 'unseen', look, words: lookWords(look) };
    return { kind: 'refused', look, fault: 'no-answer', words: `no answer (${failureWords(failure)})` };
  }
  // A limit on the rate of requests says nothing about what browsers may send.
  if (response.status === 429) return { kind: 'unseen', look, words: '429 (it limits the rate of requests)' };
  const reading = preflightCheck(response, request);
  if (reading.kind === 'allowed') return { kind: 'allowed', look };
  if (isByStar(reading, response)) return { kind: 'by-star', look };
  return { kind: 'refused', look, fault: reading.fault, words: refusalWords(reading, look, response) };
};

type Refusal = Extract<PreflightReading, { kind: 'refused' }>;

const isByStar = ({ fault, missing }: Refusal, { headers }: HttpResponse): boolean =>
  fault === 'headers' &&
  missing.every((name) => name === 'authorization') &&
  listItems(headers, 'access-control-allow-headers').includes('*');

const refusalWords = ({ fault, missing }: Refusal, look: HttpLook, { status, headers }: HttpResponse): string => {
  switch (fault) {
    case 'redirect':
      return `a redirect (${status} to ${locationWords(headers)})`;
    case 'status':
      return `status ${status}`;
    case 'unreadable-list':
      return `a list that no browser can read (${listWords(missing.map((name) => headerLine(look, name)))})`;
    case 'method':
      return `no leave for ${listWords(missing)} (${headerLine(look, 'Access-Control-Allow-Methods')})`;
    case 'headers':
      return `no leave for ${listWords(missing.map(headerName))} (${headerLine(look, 'Access-Control-Allow-Headers')})`;
    default: {
      const hop = corsHop(look);
      return hop === null ? 'no Access-Control-Allow-Origin' : corsWords(hop.reading, hop.look);
    }
  }
};

/** "content-type" -> "Content-Type" */
const headerName = (name: string): string => name.replace(/(^|-)[a-z]/gu, (letter) => letter.toUpperCase());
