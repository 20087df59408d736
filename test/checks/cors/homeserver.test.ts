import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../../src/facts/http.js';
import { seen } from '../../../src/facts/observation.js';
import { LOGIN_PATH, UNKNOWN_CLIENT_PATH, WHOAMI_PATH } from '../../../src/spec/constants.js';
import {
  allowing,
  apiFacts,
  apiLook,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  HEADERS,
  homeserver,
  MISSING_TOKEN,
  membersFacts,
  preflightLook,
  say,
  UNRECOGNIZED,
  VERSIONS,
  versionsFacts,
  versionsLook,
  webDestination,
  withoutFile,
} from '../client-facts.js';
import { type Answer, look, session } from '../healthy-facts.js';
import { checkOf, found, NONE } from './found.js';

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
      'versions-header-once The homeserver answers with Access-Control-Allow-Origin more than once (*, *), so browsers refuse it',
    ],
    [
      'another origin',
      allowing('https://chat.example.com'),
      'versions-any-origin Web clients may not use the homeserver: Access-Control-Allow-Origin allows pages of https://chat.example.com only',
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

  it('are judged at the name itself where there is no file', () => {
    expect(found(withoutFile({ json: VERSIONS, headers: NONE }))).toContain(
      'cors/versions-header Web clients may not read what the homeserver answers: Access-Control-Allow-Origin is missing',
    );
  });

  it('come with the software that sends the header as well', () => {
    const { values } = failing(checkOf('versions-header-once'), versionsFacts({ headers: allowing('*', '*') }));
    expect(values.sources).toMatch(/^the web server in front, .*, and Synapse behind it, /);
  });

  it('share a doubled header with the client file of the same host', () => {
    const doubled = { headers: allowing('*', '*') };
    const redirected = look(webDestination('203.0.113.10', 'matrix.example.com'), '/.well-known/matrix/client', {
      ...doubled,
      json: { 'm.homeserver': { base_url: 'https://matrix.example.com' } },
    });
    const both = clientFacts({
      file: clientFile([{ ...clientFetch(), hops: [redirected] }]),
      homeserver: homeserver([versionsLook(doubled)]),
    });
    expect(found(both)).toEqual([
      'cors/client-file-header-once The client file has Access-Control-Allow-Origin more than once (*, *), so browsers refuse it',
    ]);
    expect(say(checkOf('versions-header-once'), both)).toEqual([
      'not-tested: https://matrix.example.com/.well-known/matrix/client is doubled by the same web server, and what mends that mends this, most likely',
    ]);
  });
});

describe('the headers that the specification recommends', () => {
  const short: readonly HeaderLine[] = [
    ...NONE,
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', 'get, post, options'],
  ];

  it('may come with the preflight only', () => {
    expect(found(versionsFacts({ headers: short }))).toEqual([]);
  });

  it('are missing where neither has them', () => {
    const loginPreflight = preflightLook(LOGIN_PATH, {
      headers: [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', 'authorization,content-type'],
        ['access-control-allow-methods', 'PUT, DELETE'],
      ],
    });
    const facts = apiFacts({ loginPreflight }, { homeserver: homeserver([versionsLook({ headers: short })]) });
    expect(found(facts)).toEqual([
      'cors/recommended-headers The homeserver does not send all CORS headers that the specification recommends: Access-Control-Allow-Headers without X-Requested-With',
    ]);
  });
});

describe('how to sign in', () => {
  it('can be read', () => {
    const login = apiLook(LOGIN_PATH, { headers: NONE, json: { flows: [] } });
    expect(found(apiFacts({ login }))).toEqual([
      'cors/login-readable Web clients may not read how to sign in: the answer of /login has no Access-Control-Allow-Origin',
    ]);
  });

  it('is not judged where there is no such answer', () => {
    const notFound = apiFacts({ login: apiLook(LOGIN_PATH, { status: 404, text: '' }) });
    expect(say(checkOf('login-readable'), notFound)).toEqual([
      'not-tested: https://matrix.example.com/_matrix/client/v3/login: 404 and nothing else',
    ]);
  });

  it('is no news where no answer can be read', () => {
    const login = apiLook(LOGIN_PATH, { headers: NONE });
    const facts = apiFacts({ login }, { homeserver: homeserver([versionsLook({ headers: NONE })]) });
    expect(say(checkOf('login-readable'), facts)).toEqual([
      'not-tested: web clients may not read any answer of the homeserver, and that is to be mended first',
    ]);
  });
});

describe('errors', () => {
  const unreadable = (path: string, answer: Answer) => apiLook(path, { ...answer, headers: NONE });

  it('can be read, 401 above all', () => {
    const whoami = unreadable(WHOAMI_PATH, MISSING_TOKEN);
    const unknownPath = unreadable(UNKNOWN_CLIENT_PATH, UNRECOGNIZED);
    const words =
      'cors/errors-readable Web clients may not read errors of the homeserver: 401 comes with no Access-Control-Allow-Origin';
    expect(found(apiFacts({ whoami }))).toEqual([words]);
    expect(found(apiFacts({ whoami, unknownPath }))).toEqual([words]);
    expect(failing(checkOf('errors-readable'), apiFacts({ whoami, unknownPath })).evidence).toHaveLength(2);
    expect(say(checkOf('unknown-endpoint-readable'), apiFacts({ whoami, unknownPath }))).toEqual([
      'not-tested: no error of the homeserver may be read, 401 included',
    ]);
  });

  it('are worth less where only 404 cannot be read', () => {
    expect(found(apiFacts({ unknownPath: unreadable(UNKNOWN_CLIENT_PATH, UNRECOGNIZED) }))).toEqual([
      'cors/unknown-endpoint-readable Web clients may not read that the homeserver does not know an endpoint: 404 comes with no Access-Control-Allow-Origin',
    ]);
  });

  it('are judged only where they are those of a homeserver', () => {
    const page = { status: 404, text: '<html>404</html>', headers: NONE };
    const facts = apiFacts({ whoami: apiLook(WHOAMI_PATH, page), unknownPath: apiLook(UNKNOWN_CLIENT_PATH, page) });
    expect(found(facts)).toEqual([]);
    expect(say(checkOf('errors-readable'), facts)).toEqual([
      'not-tested: /_matrix/client/v3/account/whoami is answered with 404 and an HTML page',
    ]);
  });
});

describe('the identity server', () => {
  it('can be read', async () => {
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

describe('cookies', () => {
  it('are pointless beside the star', () => {
    expect(found(versionsFacts({ headers: [...HEADERS, ['Access-Control-Allow-Credentials', 'true']] }))).toEqual([
      'cors/credentials https://matrix.example.com/_matrix/client/versions has Access-Control-Allow-Credentials beside the star, where it means nothing',
    ]);
  });
});
