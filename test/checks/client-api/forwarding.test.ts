import { describe, expect, it } from 'vitest';
import { clientApiChecks } from '../../../src/checks/client-api/index.js';
import type { ClientApiFacts } from '../../../src/facts/client.js';
import { seen, skipped } from '../../../src/facts/observation.js';
import {
  MEDIA_CONFIG_PATH,
  OLD_MEDIA_CONFIG_PATH,
  RTC_TRANSPORTS_PATH,
  UNKNOWN_CLIENT_PATH,
  UNSTABLE_AUTH_METADATA_PATH,
  WHOAMI_PATH,
} from '../../../src/spec/constants.js';
import {
  apiFacts,
  apiLook,
  clientFacts,
  failing,
  healthyApi,
  homeserver,
  MISSING_TOKEN,
  say,
  UNRECOGNIZED,
  versionsLook,
} from '../client-facts.js';
import { type Answer, failure, unroutable } from '../healthy-facts.js';
import { ofArea } from '../of-area.js';

const { found, checkOf } = ofArea(clientApiChecks);

const HTML: Answer = { status: 404, text: '<html>' };
const BASE = 'https://matrix.example.com';
const whoami = (answer: Answer) => ({ whoami: apiLook(WHOAMI_PATH, answer) });
const media = (answer: Answer) => ({ mediaConfig: apiLook(MEDIA_CONFIG_PATH, answer) });
const oldMedia = (answer: Answer) => ({ oldMediaConfig: apiLook(OLD_MEDIA_CONFIG_PATH, answer) });
const unknown = (answer: Answer) => ({ unknownPath: apiLook(UNKNOWN_CLIENT_PATH, answer) });
const rtc = (answer: Answer) => ({ rtcTransports: apiLook(RTC_TRANSPORTS_PATH, answer) });
const unstable = (answer: Answer) => ({
  ...rtc(answer),
  unstableAuthMetadata: apiLook(UNSTABLE_AUTH_METADATA_PATH, answer),
});

describe('what does not reach the homeserver', () => {
  it.each<[string, Partial<ClientApiFacts>, string]>([
    ['the core', whoami(HTML), 'core-forwarded: The homeserver gets no requests below /_matrix/client/v3'],
    [
      'everything, as one error',
      { ...whoami(HTML), ...media(HTML), ...oldMedia(HTML), ...unknown(HTML), ...unstable(HTML) },
      'core-forwarded: The homeserver gets no requests below /_matrix/client/v3, /_matrix/client/v1, /_matrix/media and /_matrix/client/unstable',
    ],
    ['media', oldMedia(HTML), 'all-forwarded: The homeserver gets no requests below /_matrix/media'],
    ['newer media', media(HTML), 'all-forwarded: The homeserver gets no requests below /_matrix/client/v1/media'],
    [
      'v1 with its media',
      { ...unknown(HTML), ...media(HTML) },
      'all-forwarded: The homeserver gets no requests below /_matrix/client/v1',
    ],
    [
      'unstable',
      unstable({ status: 502, text: '<html>' }),
      'all-forwarded: The homeserver gets no requests below /_matrix/client/unstable',
    ],
  ])('%s', (_name, changes, words) => {
    expect(found(apiFacts(changes))).toEqual([expect.stringContaining(words)]);
  });

  it.each<[Answer, string]>([
    [HTML, '404 and an HTML page'],
    [{ status: 404, text: '' }, '404 and nothing else'],
    [{ status: 405, text: 'Method Not Allowed' }, '405 and a text that is not JSON'],
    [{ status: 404, json: { error: 'no' } }, '404 and JSON without a Matrix error code'],
    [{ status: 301, text: '', headers: [['Location', 'https://a.example/']] }, '301 to https://a.example/'],
    [{ status: 301, text: '' }, '301 to nowhere'],
    [
      { response: { kind: 'failed', failure: failure('http', 'timeout') } },
      'nothing usable (TLS works, but no answer came in time)',
    ],
  ])('%j is shown as it is', (answer, words) => {
    const { values } = failing(checkOf('core-forwarded'), apiFacts(whoami(answer)));
    expect(values.problem).toBe(words);
    expect(values.url).toBe(BASE + WHOAMI_PATH);
  });

  it('names the web server that has to change', () => {
    const [verdict] = checkOf('core-forwarded').evaluate(
      apiFacts(whoami({ ...HTML, headers: [['Server', 'nginx/1.22.1']] })),
    );
    expect(verdict).toMatchObject({ place: { url: BASE + WHOAMI_PATH, serverHeader: 'nginx/1.22.1' } });
  });

  it('is not told by one path alone that may have a rule of its own', () => {
    expect(found(apiFacts(rtc(HTML)))).toEqual([]);
  });

  it('is not newer media where the homeserver lists no v1.11', () => {
    const old = homeserver([
      versionsLook({
        json: { versions: ['v1.10'], unstable_features: { 'org.matrix.simplified_msc3575': true } },
      }),
    ]);
    const facts = clientFacts({ homeserver: old, api: seen(healthyApi(media(UNRECOGNIZED))) });
    expect(found(facts)).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['no route', unroutable],
    ['a rate limit', { status: 429, text: 'slow down' }],
  ])('is not told by %s', (_name, answer) => {
    expect(found(apiFacts({ ...whoami(answer), ...oldMedia(answer), ...unstable(answer) }))).toEqual([]);
    expect(say(checkOf('core-forwarded'), apiFacts(whoami(answer)))).toEqual([
      expect.stringMatching(/^not-tested: https:/),
    ]);
  });
});

describe('what the homeserver answers', () => {
  it.each<[Answer, readonly string[]]>([
    [MISSING_TOKEN, []],
    [{ status: 401, json: { errcode: 'M_UNKNOWN_TOKEN', error: 'Unknown' } }, []],
    [
      { status: 401, json: { errcode: 'M_MISSING_TOKEN' } },
      [
        'token-demanded: A request without a token is not refused as clients expect it: the answer is 401 M_MISSING_TOKEN, but no text "error" in it',
      ],
    ],
    [
      { status: 403, json: { errcode: 'M_FORBIDDEN', error: 'No' } },
      ['token-demanded: A request without a token is not refused as clients expect it: the answer is 403 M_FORBIDDEN'],
    ],
    [
      { json: { user_id: '@a:example.com' } },
      ['token-demanded: A request without a token is not refused as clients expect it: the answer is 200 and JSON'],
    ],
  ])('without a token: %j', (answer, words) => {
    expect(found(apiFacts(whoami(answer)))).toEqual(words);
  });

  it.each<[Answer, number]>([
    [MISSING_TOKEN, 0],
    [{ json: { 'm.upload.size': 1 } }, 0],
    [UNRECOGNIZED, 1],
    [{ status: 503, json: { errcode: 'M_UNKNOWN', error: 'Down' } }, 1],
  ])('for newer media: %j', (answer, count) => {
    expect(found(apiFacts(media(answer))).filter((words) => words.startsWith('media-as-listed'))).toHaveLength(count);
  });

  it.each<[Answer, readonly string[]]>([
    [UNRECOGNIZED, []],
    [
      { status: 404, json: { errcode: 'M_NOT_FOUND', error: 'No' } },
      ['unknown-endpoint: An unknown request is answered with 404 M_NOT_FOUND, not with 404 M_UNRECOGNIZED'],
    ],
  ])('to what it does not know: %j', (answer, words) => {
    expect(found(apiFacts(unknown(answer)))).toEqual(words);
  });
});

it('says why nothing was asked', () => {
  const facts = clientFacts({ api: skipped('the time was over') });
  expect(say(checkOf('core-forwarded'), facts)).toEqual(['not-tested: the time was over']);
});
