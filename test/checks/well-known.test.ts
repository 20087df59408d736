import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import { wellKnownChecks } from '../../src/checks/well-known/index.js';
import type { Facts } from '../../src/facts/facts.js';
import type { FileFetch, HttpLook } from '../../src/facts/http.js';
import { failed, seen, skipped } from '../../src/facts/observation.js';
import { readInput } from '../../src/spec/server-name.js';
import {
  type Answer,
  destination,
  failure,
  federationFacts,
  fetched,
  healthySurvey,
  look,
  refused,
  SETTING,
  serverFile,
  serverFileFacts,
  session,
  unroutable,
} from './healthy-facts.js';
import { judge } from './judge.js';

const check = (name: string): Check => {
  const found = wellKnownChecks.find(({ id }) => id === `well-known/${name}`);
  if (found === undefined) throw new Error(`no check well-known/${name}`);
  return found;
};

/** Both addresses answer so. */
const everywhere = (answer: Answer): Facts => serverFileFacts([fetched(answer), fetched(answer, '2001:db8::5')]);

/** The ids of the checks of this area that fail, without their area. */
const failures = (facts: Facts): readonly string[] =>
  wellKnownChecks
    .filter((one) => one.evaluate(facts).some(({ outcome }) => outcome === 'fail'))
    .map(({ id }) => id.slice('well-known/'.length));

const silent: Answer = { connection: failed(failure('tcp', 'timeout')) };

describe('a server file that breaks', () => {
  it.each<{ name: string; answer: Answer; fails: string; words: string | RegExp }>([
    { name: 'refused', answer: refused, fails: 'reachable', words: /cannot be fetched: connection refused$/ },
    { name: 'no answer', answer: silent, fails: 'answers-in-time', words: /no answer to the connection attempt/ },
    {
      name: 'no whole body',
      answer: { response: failed(failure('body', 'body-truncated')) },
      fails: 'whole-answer',
      words: /ends before its announced length$/,
    },
    {
      name: 'handshake fails',
      answer: { connection: failed(failure('tls', 'sni-refused')) },
      fails: 'tls-handshake',
      words: /unrecognized_name/,
    },
    { name: '403', answer: { status: 403, text: '' }, fails: 'status', words: /is answered with status 403$/ },
    { name: '204', answer: { status: 204, text: '' }, fails: 'status', words: /is answered with status 204$/ },
    { name: 'a web page', answer: { text: '<!DOCTYPE html><p>Hello' }, fails: 'json', words: /is not JSON: / },
    { name: 'nothing', answer: { text: '' }, fails: 'json', words: /is not JSON: / },
    {
      name: 'a byte order mark',
      answer: { text: '\uFEFF{"m.server":"a.example"}' },
      fails: 'json',
      words: /is not JSON/,
    },
    { name: 'an array', answer: { json: [] }, fails: 'm-server-present', words: /names no server: / },
    { name: 'a number', answer: { json: { 'm.server': 8448 } }, fails: 'm-server-present', words: /names no server: / },
    {
      name: 'a URL',
      answer: { json: { 'm.server': 'https://matrix.example.com' } },
      fails: 'm-server-valid',
      words: /is "https:\/\/matrix\.example\.com", which is not a server name: /,
    },
    {
      name: 'port 0',
      answer: { json: { 'm.server': 'a.example:0' } },
      fails: 'm-server-valid',
      words: /only 1 to 65535/,
    },
  ])('$name is one finding: $fails', ({ answer, fails, words }) => {
    const facts = everywhere(answer);
    expect(failures(facts)).toEqual([fails]);
    expect(judge(check(fails), facts)).toEqual([expect.stringMatching(words)]);
  });

  it('is no fault where it is clearly not there', () => {
    const facts = everywhere({ status: 404, text: '' });
    expect(failures(facts)).toEqual([]);
    expect(judge(check('json'), facts)).toEqual([
      'not-applicable: there is no https://example.com/.well-known/matrix/server (404)',
    ]);
    expect(judge(check('status'), facts)).toEqual(['pass']);
  });

  it('is too large from 51,200 bytes on', () => {
    const response = seen({
      status: 200,
      headers: [],
      body: failed(failure('body', 'body-too-large')),
    });
    expect(failures(everywhere({ response }))).toEqual(['size-limit']);
  });

  it('tells the client file when it stands in its place', () => {
    const facts = everywhere({ json: { 'm.homeserver': { base_url: 'https://matrix.example.com' } } });
    expect(check('m-server-present').evaluate(facts)).toMatchObject([
      { values: { hint: expect.stringContaining('/.well-known/matrix/client') } },
    ]);
  });
});

describe('redirects', () => {
  const hop = (url: string, location: string, host = 'example.com'): HttpLook => ({
    ...look(destination({ host, certificateName: host, address: '203.0.113.5' }), '/', {
      status: 302,
      headers: [['Location', location]],
    }),
    url,
  });
  const ended = (end: FileFetch['end']): Facts => serverFileFacts([{ address: '203.0.113.5', hops: [], end }]);

  it.each([
    ['loop', 'redirects-end'],
    ['too-many', 'redirects-end'],
    ['no-location', 'redirects-end'],
    ['bad-location', 'redirects-end'],
    ['plain-http', 'redirects-to-https'],
  ] as const)('%s fails %s only', (fault, fails) => {
    expect(failures(ended({ kind: 'redirect-error', fault, location: 'http://example.com/' }))).toEqual([fails]);
  });

  it('are too many from five on', () => {
    const hops = (count: number) =>
      Array.from({ length: count }, (_, index) => hop(`https://example.com/${index}`, '/'));
    expect(judge(check('few-redirects'), serverFileFacts([fetched({}, '203.0.113.5', hops(4))]))).toEqual(['pass']);
    expect(judge(check('few-redirects'), serverFileFacts([fetched({}, '203.0.113.5', hops(5))]))).toEqual([
      'fail: https://example.com/.well-known/matrix/server takes 5 redirects to reach the file',
    ]);
  });

  it('are not counted again for a dead address on the way', () => {
    const dead = { ...hop('https://example.com/0', '/'), ...refused };
    const chain = [...Array.from({ length: 4 }, () => dead), hop('https://example.com/0', '/')];
    expect(judge(check('few-redirects'), serverFileFacts([fetched({}, '203.0.113.5', chain)]))).toEqual(['pass']);
  });

  it('without a host are ambiguous only after a change of host', () => {
    const first = hop('https://example.com/', 'https://www.example.com/a');
    const relative = hop('https://www.example.com/a', '/b', 'www.example.com');
    const here = hop('https://example.com/', '/b');
    expect(judge(check('absolute-redirects'), serverFileFacts([fetched({}, '203.0.113.5', [here])]))).toEqual(['pass']);
    expect(
      judge(check('absolute-redirects'), serverFileFacts([fetched({}, '203.0.113.5', [first, relative])])),
    ).toEqual(['fail: https://www.example.com/a redirects to "/b", without saying on which host']);
  });
});

describe('certificates on the way', () => {
  it.each([
    { fails: 'certificate-name', recipe: { names: ['web.example.net'] }, trust: 'trusted' },
    { fails: 'certificate-trust', recipe: { names: ['example.com'], issuer: 'self' }, trust: 'self-signed' },
    { fails: 'certificate-trust', recipe: { names: ['example.com'], issuer: 'unknown' }, trust: 'incomplete' },
    { fails: 'certificate-chain', recipe: { names: ['example.com'], chain: 'leaf' }, trust: 'incomplete' },
    { fails: 'certificate-dates', recipe: { names: ['example.com'], fromDays: -90, toDays: -3 }, trust: 'trusted' },
    { fails: 'certificate-dates', recipe: { names: ['example.com'], fromDays: 2 }, trust: 'trusted' },
    { fails: 'certificate-expires-soon', recipe: { names: ['example.com'], toDays: 5 }, trust: 'trusted' },
  ] as const)('$fails', async ({ fails, recipe, trust }) => {
    expect(failures(everywhere({ connection: seen(await session(recipe, trust)) }))).toEqual([fails]);
  });
});

describe('addresses that differ', () => {
  const other: Answer = { json: { 'm.server': 'old.example.com:443' } };
  it.each<{ name: string; answer: Answer; fails: readonly string[] }>([
    { name: 'another m.server', answer: other, fails: ['same-answer'] },
    { name: '404', answer: { status: 404, text: '' }, fails: ['same-answer'] },
    { name: 'refused', answer: refused, fails: ['every-address'] },
    { name: 'silent', answer: silent, fails: ['every-address'] },
    { name: 'no route from here', answer: unroutable, fails: [] },
  ])('$name at one of two', ({ answer, fails }) => {
    expect(failures(serverFileFacts([fetched(), fetched(answer, '2001:db8::5')]))).toEqual(fails);
  });

  it('say in the fix what each of the others gives', () => {
    const odd = (words: string) => ({ values: { differing: words } });
    expect(
      check('same-answer').evaluate(serverFileFacts([fetched(), fetched({ status: 404, text: '' }, '2001:db8::5')])),
    ).toMatchObject([odd('[2001:db8::5]:443 gives 404')]);
    expect(check('same-answer').evaluate(serverFileFacts([fetched(), fetched(other, '2001:db8::5')]))).toMatchObject([
      odd('at [2001:db8::5]:443 m.server is "old.example.com:443"'),
    ]);
  });

  it('do not count where every one leads past the file', () => {
    const facts = serverFileFacts([
      fetched({ status: 404, text: '' }),
      fetched({ status: 503, text: '' }, '2001:db8::5'),
    ]);
    expect(failures(facts)).toEqual(['status']);
  });

  it('are not tested without a route to any', () => {
    expect(judge(check('reachable'), everywhere(unroutable))).toEqual([
      'not-tested: this machine has no route to example.com, whose files say where other servers and clients go',
    ]);
  });

  it('are not judged by what the end of the run cut off', () => {
    const setting = { ...SETTING, timedOut: true };
    const facts = { ...serverFileFacts([fetched(), fetched(silent, '2001:db8::5')]), setting };
    expect(failures(facts)).toEqual([]);
    expect(failures({ ...everywhere(silent), setting })).toEqual([]);
  });

  it('are not judged by a defect of this tool, and not passed without it', () => {
    const defect = { connection: failed(failure('internal', 'internal')) };
    const half = serverFileFacts([fetched(), fetched(defect, '2001:db8::5')]);
    expect(failures(half)).toEqual([]);
    expect(failures(everywhere(defect))).toEqual([]);
    expect(judge(check('every-address'), half)).toEqual([
      'not-tested: [2001:db8::5]:443: a defect of this tool prevented the look',
    ]);
  });
});

describe('what the file says, and how', () => {
  const headers = (...lines: readonly (readonly [string, string])[]): Facts => everywhere({ headers: lines });
  const text = (body: string): Facts => everywhere({ text: body });

  it.each([
    { fails: 'content-type', facts: headers(), words: /has no Content-Type$/ },
    {
      fails: 'content-type',
      facts: headers(['Content-Type', 'text/plain']),
      words: /has the Content-Type text\/plain$/,
    },
    {
      fails: 'content-type',
      facts: headers(['Content-Type', 'application/json'], ['content-type', 'application/json']),
      words: /has 2 Content-Type lines/,
    },
    {
      fails: 'cacheable',
      facts: headers(['Content-Type', 'application/json'], ['Cache-Control', 'no-store']),
      words: /may be kept for 0 s only$/,
    },
    {
      fails: 'cache-below-two-days',
      facts: headers(['Content-Type', 'application/json'], ['Cache-Control', 'max-age=604800']),
      words: /asks to be kept for 168 hours$/,
    },
    {
      fails: 'no-duplicate-members',
      facts: text('{"m.server":"a.example:443","m.server":"matrix.example.com:443"}'),
      words: /says the same thing more than once: m\.server$/,
    },
    {
      fails: 'small-file',
      facts: text(`{"m.server":"matrix.example.com:443"}${' '.repeat(12_288)}`),
      words: /has 12,325 bytes$/,
    },
    {
      fails: 'm-server-plain',
      facts: text('{"m.server":"MATRIX.example.com.:0443"}'),
      words: /upper-case letters, it ends in a dot and its port has leading zeros$/,
    },
    {
      fails: 'ipv6-with-port',
      facts: text('{"m.server":"[2001:db8::10]"}'),
      words: /\[2001:db8::10\]" without a port$/,
    },
    { fails: 'fast', facts: everywhere({ firstByteMs: 3_100 }), words: /takes 3\.1 s$/ },
  ])('$fails', ({ fails, facts, words }) => {
    const { survey: _, ...others } = facts;
    const alone: Facts = { ...others, survey: skipped('not looked at') };
    expect(failures(alone)).toEqual([fails]);
    expect(judge(check(fails), alone)).toEqual([expect.stringMatching(words)]);
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('accepts the Content-Type %s', (value) => {
    expect(failures(headers(['Content-Type', value]))).toEqual([]);
  });
});

describe('the survey', () => {
  const copy = (json: unknown): Facts => {
    const delegatedServerFile = seen({ ...serverFile([fetched({ json })]), url: 'https://matrix.example.com/' });
    return federationFacts({}, { survey: seen(healthySurvey({ delegatedServerFile })) });
  };

  it('finds a copy that differs, in whatever member', () => {
    expect(judge(check('delegated-host-copy'), copy({ 'm.server': 'matrix.example.com:443' }))).toEqual(['pass']);
    expect(judge(check('delegated-host-copy'), copy({ 'm.server': 'matrix.example.com:8448', extra: 1 }))).toEqual([
      'fail: https://example.com/.well-known/matrix/server differs from https://matrix.example.com/: m.server differs and extra is on example.com only',
    ]);
  });

  it('finds a file that nobody reads', () => {
    const facts = federationFacts(
      { step: '2', delegatedName: null, wellKnown: skipped('the name has a port') },
      {
        input: readInput('example.com:8448'),
        survey: seen(healthySurvey({ pointlessServerFile: seen(serverFile([fetched()])) })),
      },
    );
    expect(judge(check('no-pointless-file'), facts)).toEqual([
      'fail: No server reads https://example.com/.well-known/matrix/server, since example.com:8448 has a port',
    ]);
    expect(failures(facts)).toEqual(['no-pointless-file']);
  });
});
