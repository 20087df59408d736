import type { RouteAnswer } from '../../../src/lab/scenario.js';
import { CLIENT_FILE_PATH } from '../../../src/spec/constants.js';
import { CORS, type Condition, HOMESERVER } from './conditions.js';

const GOOD: RouteAnswer = { headers: CORS, json: { 'm.homeserver': HOMESERVER } };

/** The file behind a redirect to another host; the headers of both answers. */
const redirected = (
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Pick<Condition, 'file' | 'onHomeserver'> => ({
  file: { status: 302, headers: { Location: `https://chat.example.com${CLIENT_FILE_PATH}`, ...first } },
  onHomeserver: { [CLIENT_FILE_PATH]: { ...GOOD, headers: second } },
});

const hop = (number: number): RouteAnswer => ({ status: 302, headers: { ...CORS, Location: `/hop/${number}` } });
const HOPS = Array.from({ length: 12 }, (_, index) => index + 1);

const withType = (type: string | readonly string[]): Pick<Condition, 'file'> => ({
  file: { headers: { ...CORS, 'Content-Type': type }, text: JSON.stringify({ 'm.homeserver': HOMESERVER }) },
});

/** How the client file is got. */
export const fetchConditions: readonly Condition[] = [
  { name: 'delegated, correct', browsers: 'SUCCESS', rust: 'works' },
  {
    name: '404 that a browser can read, and no homeserver on the name',
    browsers: 'PROMPT',
    rust: 'fails',
    file: { status: 404, headers: CORS, text: 'not here' },
  },
  {
    name: '404 that a browser cannot read, and no homeserver on the name',
    browsers: 'FAIL_PROMPT',
    rust: 'fails',
    file: { status: 404, text: 'not here' },
  },
  {
    name: '404, and the homeserver on the name',
    browsers: 'PROMPT',
    rust: 'works',
    onlyWarned: 'clients fall back to the name itself',
    scenario: 'client-file-missing-at-homeserver',
  },
  ...[403, 410, 500, 503].map(
    (status): Condition => ({
      name: `status ${status}`,
      browsers: 'FAIL_PROMPT',
      rust: 'fails',
      file: { status, headers: CORS, text: 'no' },
    }),
  ),
  { name: 'no CORS header', browsers: 'FAIL_PROMPT', rust: 'works', file: { ...GOOD, headers: {} } },
  {
    name: 'two CORS headers',
    browsers: 'FAIL_PROMPT',
    rust: 'works',
    file: { ...GOOD, headers: { 'Access-Control-Allow-Origin': ['*', '*'] } },
  },
  {
    name: 'one CORS header with two stars',
    browsers: 'FAIL_PROMPT',
    rust: 'works',
    file: { ...GOOD, headers: { 'Access-Control-Allow-Origin': '*, *' } },
  },
  { name: 'redirect, CORS on each hop', browsers: 'SUCCESS', rust: 'works', fragile: true, ...redirected(CORS, CORS) },
  { name: 'redirect without CORS', browsers: 'FAIL_PROMPT', rust: 'works', ...redirected({}, CORS) },
  {
    name: 'redirect to another site that repeats the origin',
    browsers: 'FAIL_PROMPT',
    rust: 'works',
    ...redirected(CORS, { 'Access-Control-Allow-Origin': 'https://app.element.io', Vary: 'Origin' }),
  },
  {
    name: 'twelve redirects',
    browsers: 'SUCCESS',
    rust: 'fails',
    onlyWarned: 'the specification counts no redirects, and it is no fault of the file',
    file: hop(1),
    onName: Object.fromEntries(HOPS.map((number) => [`/hop/${number}`, number === 12 ? GOOD : hop(number + 1)])),
  },
  {
    name: 'redirect to plain http',
    browsers: 'FAIL_PROMPT',
    rust: 'works',
    file: { status: 301, headers: { ...CORS, Location: `http://example.com${CLIENT_FILE_PATH}` } },
  },
  { name: 'text/plain', browsers: 'SUCCESS', rust: 'works', fragile: true, ...withType('text/plain') },
  { name: 'octet-stream', browsers: 'SUCCESS', rust: 'works', fragile: true, ...withType('application/octet-stream') },
  { name: 'no Content-Type', browsers: 'SUCCESS', rust: 'works', fragile: true, ...withType([]) },
  {
    name: 'two Content-Types',
    browsers: 'SUCCESS',
    rust: 'works',
    fragile: true,
    ...withType(['text/plain', 'application/json']),
  },
  {
    name: 'the file after more than five seconds',
    browsers: 'FAIL_PROMPT',
    rust: 'works',
    onlyWarned: 'slow answers are a warning',
    file: { ...GOOD, delayMs: 5500 },
    patch: { options: { timeoutMs: 40_000 } },
  },
];
