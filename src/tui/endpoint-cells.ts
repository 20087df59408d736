import { answeredObject } from '../facts/answered-object.js';
import { certificateFaults } from '../facts/certificate-state.js';
import type { Destination } from '../facts/destination.js';
import type { HttpLook } from '../facts/http.js';
import { seen, seenValue } from '../facts/observation.js';
import type { TlsSession } from '../facts/tls.js';
import { failureWords, lookWords } from '../facts/words/failure-words.js';
import { listWords } from '../facts/words/list-words.js';
import type { EndpointProgress, Place } from './progress.js';

/**
 * One layer of one endpoint: not known yet, in order, wrong, or neither of both. `blocked`: a layer below it did not work. `words` may hold text from
 * elsewhere.
 */
export interface Cell {
  readonly state: 'waiting' | 'good' | 'bad' | 'neutral' | 'blocked';
  readonly words: string;
}

/** The headings of the cells: three layers that every endpoint has, then what is asked there. */
export const LAYERS = {
  server: ['port', 'TLS', 'certificate', 'version', 'signing keys'],
  file: ['port', 'TLS', 'certificate', 'client file'],
  homeserver: ['port', 'TLS', 'certificate', 'versions'],
} as const satisfies Record<Place, readonly string[]>;

/** The same where there is little room. */
export const SHORT_LAYERS = {
  server: ['port', 'TLS', 'cert', 'version', 'keys'],
  file: ['port', 'TLS', 'cert', 'file'],
  homeserver: ['port', 'TLS', 'cert', 'versions'],
} as const satisfies Record<Place, readonly string[]>;

/** One cell for each heading. */
export const endpointCells = (
  place: Place,
  { destination, connection, looks }: EndpointProgress,
  observedAt: string,
): readonly Cell[] => {
  const answers = ANSWERS[place];
  const all = (cell: Cell): readonly Cell[] => answers.map(() => cell);
  const [first] = looks;
  if (first === undefined) {
    if (connection === null) return [waiting, waiting, waiting, ...all(waiting)];
    if (connection === 'open') return [open, waiting, waiting, ...all(waiting)];
    return [open, ...sessionCells(connection, destination, observedAt), ...all(waiting)];
  }
  const session = looks.map((look) => seenValue(look.connection)).find((found) => found !== undefined);
  if (session === undefined) {
    const failure = first.connection.kind === 'failed' ? first.connection.failure : null;
    const stopped = bad(failure === null ? lookWords(first) : failureWords(failure));
    return failure?.layer === 'tls'
      ? [open, stopped, blocked, ...all(blocked)]
      : [stopped, blocked, blocked, ...all(blocked)];
  }
  return [
    open,
    ...sessionCells(session, destination, observedAt),
    ...answers.map(({ path, read }) =>
      answerCell(
        looks.find(({ url }) => path.test(url)),
        read,
      ),
    ),
  ];
};

const sessionCells = (session: TlsSession, destination: Destination, observedAt: string): readonly Cell[] => {
  const faults = certificateFaults({ connection: seen(session), destination }, observedAt);
  return [
    good(session.protocol.replace('TLSv', '')),
    faults.length === 0 ? good('valid') : bad(listWords(faults.map((fault) => FAULT_WORDS[fault]))),
  ];
};

/** One question and what a body with status 200 says to it, in a word or two; null where it is not what it should be. */
interface Answer {
  readonly path: RegExp;
  readonly read: (body: Readonly<Record<string, unknown>>) => string | null;
}

const answerCell = (look: HttpLook | undefined, read: Answer['read']): Cell => {
  if (look === undefined) return waiting;
  const status = seenValue(look.response)?.status ?? 0;
  if (status >= 300 && status < 400) return { state: 'neutral', words: `${status}, leads elsewhere` };
  // No file is no fault of the file: clients then ask the user.
  if (status === 404 && look.url.endsWith('/client')) return { state: 'neutral', words: '404, no file' };
  const body = answeredObject(look);
  if (body === undefined) return bad(status === 200 ? '200, but no JSON object' : lookWords(look));
  const words = read(body);
  return words === null ? bad('200, but not what it should be') : good(words);
};

const ANSWERS: Readonly<Record<Place, readonly Answer[]>> = {
  server: [
    {
      path: /\/_matrix\/federation\/v1\/version$/,
      read: ({ server }) => {
        const [name, version] = [member(server, 'name'), member(server, 'version')];
        return typeof name === 'string' ? `${name} ${typeof version === 'string' ? version : ''}`.trim() : null;
      },
    },
    {
      path: /\/_matrix\/key\/v2\/server$/,
      read: ({ verify_keys: keys }) => {
        if (typeof keys !== 'object' || keys === null) return null;
        const count = Object.keys(keys).length;
        return count === 1 ? '1 key' : `${count} keys`;
      },
    },
  ],
  file: [
    {
      path: /\/\.well-known\/matrix\/client$/,
      read: ({ 'm.homeserver': homeserver }) => {
        const baseUrl = member(homeserver, 'base_url');
        return typeof baseUrl === 'string' && baseUrl !== '' ? baseUrl : null;
      },
    },
  ],
  homeserver: [
    {
      path: /\/_matrix\/client\/versions$/,
      read: ({ versions }) => {
        const newest: unknown = Array.isArray(versions) ? versions.at(-1) : undefined;
        return typeof newest === 'string' ? `up to ${newest}` : null;
      },
    },
  ],
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const FAULT_WORDS = {
  name: 'for another name',
  trust: 'not trusted',
  expired: 'expired',
  'not-yet-valid': 'not valid yet',
  unreadable: 'not readable',
} as const;

const good = (words: string): Cell => ({ state: 'good', words });
const bad = (words: string): Cell => ({ state: 'bad', words });
const waiting: Cell = { state: 'waiting', words: '' };
const blocked: Cell = { state: 'blocked', words: '' };
const open = good('open');
