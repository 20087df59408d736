import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../../src/facts/http.js';
import { seenValue } from '../../../src/facts/observation.js';
import {
  allowing,
  CLIENT_FILE_URL,
  CORS,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  fileFacts,
  HEADERS,
  say,
  VERSIONS,
  webDestination,
  withoutFile,
} from '../client-facts.js';
import { type Answer, look } from '../healthy-facts.js';
import { checkOf, found, NONE } from './found.js';

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
      'client-file-header Web clients may not read the client file: Access-Control-Allow-Origin is empty',
    ],
    [
      'a misspelt one',
      [...NONE, ['Access_Control_Allow_Origin', '*']],
      'client-file-header Web clients may not read the client file: Access-Control-Allow-Origin is missing (browsers do not know Access_Control_Allow_Origin, which is there)',
    ],
    [
      'null',
      allowing('null'),
      'client-file-any-origin Web clients may not read the client file: Access-Control-Allow-Origin is null, which no web client is',
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
      'client-file-any-origin Web clients may not read the client file: Access-Control-Allow-Origin allows pages of https://chat.example.com only',
    ],
    [
      'a quoted star',
      allowing('"*"'),
      'client-file-any-origin Web clients may not read the client file: Access-Control-Allow-Origin is "*", and the quotes do not belong there',
    ],
    [
      'a final slash',
      allowing('https://app.element.io/'),
      'client-file-any-origin Web clients may not read the client file: Access-Control-Allow-Origin is https://app.element.io/, which is no origin: there is a slash at its end',
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

  it('names the likely sources of a header that is there twice', () => {
    const headers: readonly HeaderLine[] = [
      ...allowing('*', '*'),
      ['Server', 'nginx/1.22.1'],
      ['Access-Control-Expose-Headers', 'Synapse-Trace-Id, Server'],
    ];
    expect(failing(checkOf('client-file-header-once'), fileFacts({ headers }))).toMatchObject({
      values: {
        found: '*, *',
        sources:
          'nginx, by a line "add_header Access-Control-Allow-Origin ..." in its configuration, and Synapse behind it, which sends the header by itself',
      },
      evidence: [{ value: '200, Access-Control-Allow-Origin more than once: *, *' }, {}],
    });
    const unknown = failing(checkOf('client-file-header-once'), fileFacts({ headers: allowing('*, *') }));
    expect(unknown.values.sources).toBe(
      'the web server in front, by a line in its configuration, and the server behind it, which sends the header by itself',
    );
  });

  it('says for which web server a remedy is wanted', () => {
    const [verdict] = checkOf('client-file-header').evaluate(fileFacts({ headers: [...NONE, ['Server', 'nginx']] }));
    expect(verdict).toMatchObject({ place: { url: CLIENT_FILE_URL, serverHeader: 'nginx' } });
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
      'cors/client-file-after-redirect Web clients may not read the client file behind the redirect: Access-Control-Allow-Origin allows pages of https://app.element.io only',
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
  it('can be seen to be so, where that leads to the name itself', () => {
    const unreadable: Answer = { status: 404, text: '', headers: NONE };
    const direct = seenValue(withoutFile({ json: VERSIONS }).client)?.direct;
    expect(found(fileFacts(unreadable))).toEqual([]);
    expect(found(fileFacts(unreadable, direct && { direct }))).toEqual([
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
