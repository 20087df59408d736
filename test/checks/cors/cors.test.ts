import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/checks/check.js';
import { corsChecks } from '../../../src/checks/cors/index.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { seen } from '../../../src/facts/observation.js';
import {
  allowing,
  CORS,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  fileFacts,
  HEADERS,
  membersFacts,
  say,
  VERSIONS,
  versionsFacts,
  webDestination,
  withoutFile,
} from '../client-facts.js';
import { look, session } from '../healthy-facts.js';

/** What the checks of area cors find, each with its id. */
const found = (facts: Facts): readonly string[] =>
  corsChecks.flatMap((check) =>
    say(check, facts)
      .filter((words) => words.startsWith('fail: '))
      .map((words) => `${check.id} ${words.slice('fail: '.length)}`),
  );

const checkOf = (id: string): Check => {
  const check = corsChecks.find((one) => one.id === `cors/${id}`);
  if (check === undefined) throw new Error(`no check cors/${id}`);
  return check;
};

const NONE: readonly HeaderLine[] = [['Content-Type', 'application/json']];

describe('the client file', () => {
  it.each<[string, readonly HeaderLine[], string]>([
    [
      'no header',
      NONE,
      'client-file-header Web clients may not read the client file: Access-Control-Allow-Origin is missing',
    ],
    [
      'an empty one',
      allowing(''),
      'client-file-header Web clients may not read the client file: Access-Control-Allow-Origin is missing',
    ],
    [
      'two lines',
      allowing('*', '*'),
      'client-file-header-once The client file has Access-Control-Allow-Origin more than once (*, *), so browsers refuse it',
    ],
    [
      'two values',
      allowing('*, *'),
      'client-file-header-once The client file has Access-Control-Allow-Origin more than once (*, *), so browsers refuse it',
    ],
    [
      'another origin',
      allowing('https://chat.example.com'),
      'client-file-any-origin The client file may be read by pages of https://chat.example.com only',
    ],
    ['a quoted star', allowing('"*"'), 'client-file-any-origin The client file may be read by pages of "*" only'],
    [
      'a final slash',
      allowing('https://app.element.io/'),
      'client-file-any-origin The client file may be read by pages of https://app.element.io/ only',
    ],
    [
      'an echo without Vary',
      allowing('https://app.element.io'),
      'vary-origin https://example.com/.well-known/matrix/client repeats the origin of the asking page, but does not say "Vary: Origin"',
    ],
  ])('%s', (_name, headers, words) => {
    expect(found(fileFacts({ headers }))).toEqual([`cors/${words}`]);
  });

  it('may echo the origin with Vary', () => {
    const headers: readonly HeaderLine[] = [...allowing('https://app.element.io'), ['Vary', 'Accept-Encoding, Origin']];
    expect(found(fileFacts({ headers }))).toEqual([]);
  });

  it('is judged at every address', () => {
    const file = clientFile([clientFetch(), clientFetch({ headers: NONE }, '2001:db8::5')]);
    expect(failing(checkOf('client-file-header'), clientFacts({ file })).evidence).toEqual([
      {
        label: 'https://example.com/.well-known/matrix/client at [2001:db8::5]:443',
        value: '200, no Access-Control-Allow-Origin',
      },
    ]);
  });

  it('is not judged where it is not there', () => {
    expect(say(checkOf('client-file-header'), withoutFile())).toEqual(['not-applicable: there is no client file']);
  });
});

describe('redirects to the client file', () => {
  const redirected = (redirect: readonly HeaderLine[], last: readonly HeaderLine[]) => {
    const hop = look(webDestination('203.0.113.5'), '/.well-known/matrix/client', {
      status: 301,
      headers: redirect,
      text: '',
    });
    const www = webDestination('203.0.113.5', 'www.example.com');
    const final = look(www, '/.well-known/matrix/client', {
      headers: last,
      json: { 'm.homeserver': { base_url: 'https://matrix.example.com' } },
    });
    const file = clientFile([{ address: '203.0.113.5', hops: [hop, final], end: { kind: 'answered' } }]);
    return clientFacts({ file });
  };

  it('may carry the star all the way', () => {
    expect(found(redirected(CORS, HEADERS))).toEqual([]);
  });

  it('need the header themselves', () => {
    expect(found(redirected([], HEADERS))).toEqual([
      'cors/client-file-redirects Web clients may not follow the redirect at https://example.com/.well-known/matrix/client: it has no Access-Control-Allow-Origin',
    ]);
  });

  it('make the origin null, which only the star matches', () => {
    expect(found(redirected(CORS, allowing('https://app.element.io')))).toEqual([
      'cors/client-file-after-redirect Behind the redirect, the client file may be read by pages of https://app.element.io only',
    ]);
  });

  it('are not there, most often', () => {
    for (const id of ['client-file-redirects', 'client-file-after-redirect']) {
      expect(say(checkOf(id), clientFacts())).toEqual([
        'not-applicable: there is no redirect on the way to the client file',
      ]);
    }
  });
});

describe('a client file that is not there', () => {
  it('can be seen to be so', () => {
    expect(found(fileFacts({ status: 404, text: '', headers: NONE }))).toEqual([
      'cors/not-found-readable Web clients cannot see that there is no client file: no Access-Control-Allow-Origin',
    ]);
    expect(found(withoutFile())).toEqual([]);
    expect(say(checkOf('not-found-readable'), clientFacts())).toEqual(['not-applicable: there is a client file']);
  });

  it('leads to the name itself, which is judged instead', () => {
    expect(found(withoutFile({ json: VERSIONS, headers: NONE }))).toContain(
      'cors/versions-header Web clients may not read what the homeserver answers: Access-Control-Allow-Origin is missing',
    );
  });
});

describe('the versions', () => {
  it.each<[string, readonly HeaderLine[], string]>([
    [
      'no header',
      NONE,
      'versions-header Web clients may not read what the homeserver answers: Access-Control-Allow-Origin is missing',
    ],
    [
      'two lines',
      allowing('*', '*'),
      'versions-header-once The homeserver answers with Access-Control-Allow-Origin more than once (*, *)',
    ],
    [
      'another origin',
      allowing('https://chat.example.com'),
      'versions-any-origin The homeserver may be used by pages of https://chat.example.com only',
    ],
    [
      'less than recommended',
      [...NONE, ['Access-Control-Allow-Origin', '*'], ['Access-Control-Allow-Methods', 'get, post, options']],
      'recommended-headers The homeserver does not send all CORS headers that the specification recommends: Access-Control-Allow-Methods without PUT and DELETE and no Access-Control-Allow-Headers',
    ],
    [
      'an echo without Vary',
      allowing('https://app.element.io'),
      'vary-origin https://matrix.example.com/_matrix/client/versions repeats the origin of the asking page, but does not say "Vary: Origin"',
    ],
  ])('%s', (_name, headers, words) => {
    expect(found(versionsFacts({ headers }))).toEqual([`cors/${words}`]);
  });

  it('are not judged by an error page', () => {
    const facts = versionsFacts({ status: 502, text: '', headers: [] });
    expect(found(facts)).toEqual([]);
    expect(say(checkOf('versions-header'), facts)).toEqual([
      'not-tested: /_matrix/client/versions is answered with 502 at 203.0.113.10:443 and [2001:db8::10]:443',
    ]);
  });
});

describe('the other answers', () => {
  it('of the identity server', async () => {
    const facts = membersFacts(
      { 'm.identity_server': { base_url: 'https://identity.example.com' } },
      {
        identityServer: seen({
          baseUrl: 'https://identity.example.com',
          look: look(webDestination('203.0.113.5', 'identity.example.com'), '/_matrix/identity/v2', {
            connection: seen(await session({ names: ['identity.example.com'] })),
            headers: NONE,
          }),
        }),
      },
    );
    expect(found(facts)).toEqual([
      'cors/identity-server-readable Web clients may not read what the identity server answers: no Access-Control-Allow-Origin',
    ]);
  });
});
