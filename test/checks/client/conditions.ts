import type { RouteAnswer } from '../../../src/lab/scenario.js';
import { CLIENT_FILE_PATH } from '../../../src/spec/constants.js';

/** What matrix-js-sdk ends in, as its discovery in Element Web would. */
type InBrowsers = 'SUCCESS' | 'PROMPT' | 'FAIL_PROMPT' | 'FAIL_ERROR' | 'throws';

/** How matrix-rust-sdk and Ruma take it, without their fallback to the name itself: `rejects` is an answer that they do not decode. */
type InRust = 'works' | 'rejects' | 'fails';

/** One condition that a client may meet, and what two libraries make of it. */
export interface Condition {
  readonly name: string;
  readonly browsers: InBrowsers;
  readonly rust: InRust;
  /** Works for both, but less well, not for all clients, or not for long: a warning. */
  readonly fragile?: true;
  /** Where a library stops and it is a warning all the same: why. */
  readonly onlyWarned?: string;
  /** Where both go on and it is an error all the same: why. */
  readonly refused?: string;
  /** The scenario that it changes; default `client-host`, which is healthy. */
  readonly scenario?: string;
  /** What is answered in place of the client file. */
  readonly file?: RouteAnswer;
  /** What else example.com and chat.example.com, where the homeserver is, answer. */
  readonly onName?: Routes;
  readonly onHomeserver?: Routes;
  /** What else is changed: a JSON merge patch. */
  readonly patch?: unknown;
}

type Routes = Readonly<Record<string, RouteAnswer>>;

/** The changes in their order, as JSON merge patches. */
export const patchesOf = ({ file, onName, onHomeserver, patch }: Condition): readonly unknown[] => [
  ...(file === undefined ? [] : [named({ [CLIENT_FILE_PATH]: null }), named({ [CLIENT_FILE_PATH]: file })]),
  ...(onName === undefined ? [] : [named(onName)]),
  ...(onHomeserver === undefined
    ? []
    : [{ servers: { chat: { sites: { 'chat.example.com': { routes: onHomeserver } } } } }]),
  ...(patch === undefined ? [] : [patch]),
];

const named = (routes: unknown): unknown => ({ servers: { web: { sites: { 'example.com': { routes } } } } });

export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type, Authorization',
};

export const HOMESERVER = { base_url: 'https://chat.example.com' };

/** A client file with that text. */
export const document = (text: string): Pick<Condition, 'file'> => ({
  file: { headers: { ...CORS, 'Content-Type': 'application/json' }, text },
});

/** A client file that names the homeserver, and has those members besides. */
export const members = (others: Readonly<Record<string, unknown>>): Pick<Condition, 'file'> =>
  document(JSON.stringify({ 'm.homeserver': HOMESERVER, ...others }));

/** A client file with that value for the base URL. */
export const baseUrl = (value: unknown): Pick<Condition, 'file'> =>
  document(JSON.stringify({ 'm.homeserver': { base_url: value } }));

/** `/versions` is answered so, with CORS headers unless it has its own. */
export const versions = (answer: RouteAnswer): Pick<Condition, 'onHomeserver'> => ({
  onHomeserver: { 'GET /_matrix/client/versions': { headers: CORS, ...answer } },
});
