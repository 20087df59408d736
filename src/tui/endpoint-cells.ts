import { certificateFaults } from '../facts/certificate-state.js';
import type { HttpLook } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import { failureWords, lookWords } from '../facts/words/failure-words.js';
import { listWords } from '../facts/words/list-words.js';
import { bodyObject } from '../report/look-body.js';
import type { EndpointProgress } from './progress.js';

/** One layer of one endpoint: not known yet, in order, or where it ends and why. `blocked`: a layer below it did not work. */
export interface Cell {
  readonly state: 'waiting' | 'good' | 'bad' | 'blocked';
  readonly words: string;
}

/** What is shown of an endpoint that servers are led to, and of one that clients ask; the headings of the columns. */
export const SERVER_LAYERS = ['tcp', 'tls', 'cert', 'version', 'keys'] as const;
export const CLIENT_LAYERS = ['tcp', 'tls', 'cert', 'answer'] as const;

export const serverCells = (endpoint: EndpointProgress, observedAt: string): readonly Cell[] =>
  cells(endpoint, observedAt, [
    (look) => (look.url.endsWith('/version') ? versionWords : undefined),
    (look) => (look.url.includes('/_matrix/key/') ? keysWords : undefined),
  ]);

export const clientCells = (endpoint: EndpointProgress, observedAt: string): readonly Cell[] =>
  cells(endpoint, observedAt, [(look) => (look.url.endsWith('/client') ? fileWords : versionsWords)]);

/** Says what a body with status 200 holds, in a word or two; null where it is not what it should be. */
type Reading = (body: Readonly<Record<string, unknown>>) => string | null;

/** The layers below HTTP, then one cell for each kind of answer. */
const cells = (
  { looks }: EndpointProgress,
  observedAt: string,
  answers: readonly ((look: HttpLook) => Reading | undefined)[],
): readonly Cell[] => {
  const [first] = looks;
  const rest = (cell: Cell): readonly Cell[] => answers.map(() => cell);
  if (first === undefined) return [waiting, waiting, waiting, ...rest(waiting)];
  const connected = looks.find(({ connection }) => connection.kind === 'seen');
  if (connected === undefined) {
    const failure = first.connection.kind === 'failed' ? first.connection.failure : null;
    const stopped = bad(failure === null ? lookWords(first) : failureWords(failure));
    return failure?.layer === 'tls'
      ? [good(''), stopped, blocked, ...rest(blocked)]
      : [stopped, blocked, blocked, ...rest(blocked)];
  }
  const protocol = seenValue(connected.connection)?.protocol ?? '';
  const faults = certificateFaults(connected, observedAt);
  return [
    good(''),
    good(protocol.replace('TLSv', '')),
    faults.length === 0 ? good('') : bad(listWords(faults.map((fault) => FAULT_WORDS[fault]))),
    ...answers.map((readingFor) => answerCell(looks, readingFor)),
  ];
};

const answerCell = (looks: readonly HttpLook[], readingFor: (look: HttpLook) => Reading | undefined): Cell => {
  const look = looks.find((one) => readingFor(one) !== undefined);
  if (look === undefined) return waiting;
  const body = bodyObject(look);
  const words = body === undefined ? null : (readingFor(look)?.(body) ?? null);
  return words === null ? bad(lookWords(look)) : good(words);
};

const versionWords: Reading = ({ server }) => {
  const { name, version } = (typeof server === 'object' && server !== null ? server : {}) as Record<string, unknown>;
  return [name, version].filter((word) => typeof word === 'string').join(' ');
};
const keysWords: Reading = ({ verify_keys: keys }) =>
  typeof keys === 'object' && keys !== null ? `${Object.keys(keys).length}` : null;
const fileWords: Reading = ({ 'm.homeserver': homeserver }) => {
  const baseUrl: unknown =
    typeof homeserver === 'object' && homeserver !== null ? Reflect.get(homeserver, 'base_url') : '';
  return typeof baseUrl === 'string' && baseUrl !== '' ? baseUrl : null;
};
const versionsWords: Reading = ({ versions }) => {
  const newest: unknown = Array.isArray(versions) ? versions.at(-1) : undefined;
  return typeof newest === 'string' ? `up to ${newest}` : null;
};

const FAULT_WORDS = {
  name: 'for another name',
  trust: 'not trusted',
  expired: 'expired',
  'not-yet-valid': 'not valid yet',
  unreadable: 'not readable',
} as const;

const waiting: Cell = { state: 'waiting', words: '' };
const blocked: Cell = { state: 'blocked', words: '' };
const good = (words: string): Cell => ({ state: 'good', words });
const bad = (words: string): Cell => ({ state: 'bad', words });
