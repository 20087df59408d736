import { describe, expect, it } from 'vitest';
import { clientApiChecks } from '../../../src/checks/client-api/index.js';
import type { Facts } from '../../../src/facts/facts.js';
import { failed, seen } from '../../../src/facts/observation.js';
import { CORS, failing, HEADERS, say, VERSIONS, versionsFacts, withoutFile } from '../client-facts.js';
import { type Answer, failure, refused } from '../healthy-facts.js';

/** What the checks of area client-api find, each with its id. */
const found = (facts: Facts): readonly string[] =>
  clientApiChecks.flatMap((check) =>
    say(check, facts)
      .filter((words) => words.startsWith('fail: '))
      .map((words) => `${check.id} ${words.slice('fail: '.length)}`),
  );

const URL = 'https://matrix.example.com/_matrix/client/versions';

it('does not blame hidden files where the homeserver is refused', () => {
  const versionsAnswered = clientApiChecks.filter(({ id }) => id === 'client-api/versions-answered');
  const advice = versionsAnswered.map(
    (check) => failing(check, versionsFacts({ status: 403, text: '' })).values.advice,
  );
  expect(advice).toEqual([expect.stringMatching(/^Look for a firewall or bot protection/)]);
});

describe('one cause, one error', () => {
  it.each<[string, Answer, string]>([
    ['refused', refused, 'reachable The homeserver https://matrix.example.com cannot be reached: connection refused'],
    [
      'no answer',
      { response: failed(failure('http', 'timeout')) },
      'reachable The homeserver https://matrix.example.com cannot be reached: TLS works, but no answer came in time',
    ],
    [
      'a redirect',
      { status: 308, text: '', headers: [['Location', 'https://www.example.com/']] },
      `not-redirected ${URL} is a redirect (308) to https://www.example.com/`,
    ],
    [
      'a redirect to nowhere',
      { status: 301, text: '', headers: [] },
      `not-redirected ${URL} is a redirect (301) to nowhere (it has no Location)`,
    ],
    [
      '404',
      { status: 404, text: '' },
      'versions-answered No homeserver answers at https://matrix.example.com: /_matrix/client/versions is answered with 404',
    ],
    [
      '502',
      { status: 502, text: '' },
      'versions-answered No homeserver answers at https://matrix.example.com: /_matrix/client/versions is answered with 502',
    ],
    [
      'half an answer',
      { response: seen({ status: 200, headers: HEADERS, body: failed(failure('body', 'body-truncated')) }) },
      'versions-answered No homeserver answers at https://matrix.example.com: /_matrix/client/versions is answered with 200, but the answer ends before its announced length',
    ],
    [
      'HTML',
      { text: '<html>' },
      `versions-json ${URL} does not answer with JSON: an HTML page in place of JSON, line 1 column 1`,
    ],
    ['an array', { json: [] }, `versions-listed ${URL} is answered with JSON, but without versions: it is an array`],
    [
      'no versions',
      { json: {} },
      `versions-listed ${URL} is answered with JSON, but without versions: it has no versions`,
    ],
    [
      'a string',
      { json: { versions: 'v1.1' } },
      `versions-listed ${URL} is answered with JSON, but without versions: versions is a string`,
    ],
    [
      'an empty list',
      { json: { versions: [] } },
      `versions-listed ${URL} is answered with JSON, but without versions: versions is empty`,
    ],
    [
      'numbers',
      { json: { versions: ['v1.1', 1.2] } },
      `versions-listed ${URL} is answered with JSON, but without versions: there is a number in versions`,
    ],
  ])('%s', (_name, answer, words) => {
    expect(found(versionsFacts(answer))).toEqual([`client-api/${words}`]);
  });

  it('leaves a failed handshake to area client-tls', () => {
    expect(found(versionsFacts({ connection: failed(failure('tls', 'not-tls')) }))).toEqual([]);
  });

  it('advises to forward the path, or to look behind the proxy', () => {
    const check = clientApiChecks.find(({ id }) => id === 'client-api/versions-answered');
    const advice = (status: number) => check && failing(check, versionsFacts({ status, text: '' })).values.advice;
    expect(advice(404)).toContain('forward everything below /_matrix');
    expect(advice(502)).toContain('what is behind it');
  });
});

describe('several addresses', () => {
  it.each<[string, Answer]>([
    ['refused', refused],
    ['404', { status: 404, text: '' }],
    ['no list', { json: {} }],
  ])('warns of one that fails: %s', (_name, second) => {
    expect(found(versionsFacts({}, second))).toEqual([
      'client-api/every-address The homeserver does not answer clients at [2001:db8::10]:443',
    ]);
  });
});

describe('what the homeserver says', () => {
  const unstable_features = { 'org.matrix.simplified_msc3575': true };
  const lists = (versions: readonly string[], more: Readonly<Record<string, unknown>> = {}) =>
    versionsFacts({ json: { versions, unstable_features, ...more } });

  it.each<[readonly string[], readonly string[]]>([
    [['v1.1'], []],
    [['v1.10', 'v1.19'], []],
    [['r0.6.1', 'v1.5-alpha', 'v1.5'], []],
    [
      ['r0.6.1'],
      [
        'client-api/versions-known The homeserver speaks none of the versions that Element Web and nheko know: only "r0.6.1"',
      ],
    ],
    [
      ['v1.14', 'v1.15'],
      [
        'client-api/versions-known The homeserver speaks none of the versions that Element Web and nheko know: only "v1.14" and "v1.15"',
      ],
    ],
    [
      ['v1.11', 'v1.13'],
      [
        'client-api/versions-known The homeserver speaks none of the versions that nheko knows: only "v1.11" and "v1.13"',
      ],
    ],
    [['v9.1'], ['client-api/versions-accepted The homeserver speaks no version that any client knows, only "v9.1"']],
    [['v1.0', 'v1.1'], ['client-api/no-version-1-0 The homeserver claims the version v1.0, which never existed']],
    [['v1.1', ''], ['client-api/version-names The homeserver lists versions that are none: ""']],
    [['v1.1', '1.2'], ['client-api/version-names The homeserver lists versions that are none: "1.2"']],
  ])('%j', (versions, words) => {
    expect(found(lists(versions))).toEqual(words);
  });

  it.each([
    [[], 'it is an array'],
    [null, 'it is null'],
    [{ 'org.matrix.simplified_msc3575': true, b: 'true' }, '"b" is a string'],
    [{ 'org.matrix.simplified_msc3575': 'true' }, '"org.matrix.simplified_msc3575" is a string'],
  ])('unstable_features %j', (features, words) => {
    expect(found(lists(['v1.1'], { unstable_features: features }))).toEqual([
      `client-api/unstable-features unstable_features is not an object of true and false: ${words}`,
    ]);
  });

  it.each([
    [undefined, 'no org.matrix.simplified_msc3575 among its unstable_features'],
    [{}, 'no org.matrix.simplified_msc3575 among its unstable_features'],
    [{ 'org.matrix.simplified_msc3575': false }, 'org.matrix.simplified_msc3575 is false'],
  ])('no sliding sync: %j', (features, words) => {
    expect(found(lists(['v1.1'], { unstable_features: features }))).toEqual([
      `client-api/sliding-sync The homeserver does not offer sliding sync: ${words}`,
    ]);
    expect(found(lists(['v1.1', 'v1.20'], { unstable_features: features }))).toEqual([]);
  });

  it.each(['versions', 'unstable_features'])('has %s twice', (member) => {
    const value = member === 'versions' ? '["v1.1"]' : '{}';
    const text = `{"${member}": ${value}, "versions": ["v1.1"], "unstable_features": {"org.matrix.simplified_msc3575": true}}`;
    expect(found(versionsFacts({ text }))).toEqual([
      `client-api/said-once The answer with the versions has ${member} twice`,
    ]);
  });

  it('is labelled as JSON', () => {
    expect(found(versionsFacts({ headers: [...CORS, ['Content-Type', 'text/plain']] }))).toEqual([
      'client-api/content-type The versions of the homeserver have the Content-Type text/plain',
    ]);
  });
});

describe('a server without client file', () => {
  it('is judged as the homeserver that clients take it for', () => {
    expect(found(withoutFile({ json: { ...VERSIONS, versions: ['r0.6.1'] } }))).toEqual([
      'client-api/versions-known The homeserver speaks none of the versions that Element Web and nheko know: only "r0.6.1"',
    ]);
    expect(found(withoutFile({ json: VERSIONS }))).toEqual([]);
  });

  it('is not, where it is none', () => {
    for (const check of clientApiChecks) {
      expect(say(check, withoutFile())).toEqual(['not-applicable: there is no client file']);
    }
  });
});
