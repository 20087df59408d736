import { describe, expect, it } from 'vitest';
import type { ClientApiFacts } from '../../../src/facts/client.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { failed, skipped } from '../../../src/facts/observation.js';
import { CLIENT_VERSIONS_PATH, LOGIN_PATH } from '../../../src/spec/constants.js';
import {
  apiFacts,
  apiLook,
  failing,
  homeserver,
  preflightLook,
  say,
  UNRECOGNIZED,
  versionsLook,
} from '../client-facts.js';
import { type Answer, failure } from '../healthy-facts.js';
import { checkOf, found, NONE } from './found.js';

/** Both preflights are answered so; or that of the versions otherwise. */
const preflights = (login: Answer, versions: Answer = login): Partial<ClientApiFacts> => ({
  loginPreflight: preflightLook(LOGIN_PATH, login),
  versionsPreflight: preflightLook(CLIENT_VERSIONS_PATH, versions),
});

const lines = (allowHeaders: string | null, allowMethods = 'GET, POST, PUT, DELETE'): readonly HeaderLine[] => [
  ['access-control-allow-origin', '*'],
  ['ACCESS-CONTROL-ALLOW-METHODS', allowMethods],
  ...(allowHeaders === null ? [] : [['Access-control-Allow-headers', allowHeaders] as const]),
];

const SIGN_IN =
  'cors/login-preflight Web clients cannot sign in: the homeserver answers their preflight (OPTIONS) with';

describe('the preflight of the login', () => {
  it.each<[string, Answer, string]>([
    ['a status', { status: 405 }, 'status 405'],
    [
      'a redirect',
      { status: 308, headers: [['Location', 'https://www.example.com/']] },
      'a redirect (308 to https://www.example.com/)',
    ],
    ['no origin', { headers: NONE }, 'no Access-Control-Allow-Origin'],
    [
      'two origins',
      { headers: [['Access-Control-Allow-Origin', '*'], ...lines('Authorization, Content-Type')] },
      'Access-Control-Allow-Origin more than once: *, *',
    ],
    [
      'no headers',
      { headers: lines(null) },
      'no leave for Authorization and Content-Type (no Access-Control-Allow-Headers)',
    ],
    [
      'too few headers',
      { headers: lines('X-Requested-With, Content-Type') },
      'no leave for Authorization (Access-Control-Allow-Headers: X-Requested-With, Content-Type)',
    ],
    [
      'a list that is none',
      { headers: lines('Authorization; Content-Type') },
      'a list that no browser can read (Access-Control-Allow-Headers: Authorization; Content-Type)',
    ],
    [
      'silence',
      { response: failed(failure('http', 'closed')) },
      'no answer (the connection was closed before an answer came)',
    ],
  ])('is refused by %s, once for both', (_name, answer, words) => {
    const facts = apiFacts(preflights(answer));
    expect(found(facts)).toEqual([`${SIGN_IN} ${words}`]);
    const { values, evidence } = failing(checkOf('login-preflight'), facts);
    expect(evidence).toHaveLength(2);
    expect(values.advice).toMatch(/OPTIONS .* matrix\.example\.com|matrix\.example\.com/);
  });

  it.each<[string, Answer]>([
    ['200 with a body', { status: 200, text: 'OK' }],
    ['lower case and other names beside', { headers: lines('x-requested-with,authorization , CONTENT-TYPE, x-other') }],
    [
      'the asking page',
      {
        headers: [
          ['Access-Control-Allow-Origin', 'https://app.element.io'],
          ...lines('authorization, content-type').slice(1),
        ],
      },
    ],
  ])('may be answered by %s', (_name, answer) => {
    expect(found(apiFacts(preflights(answer)))).toEqual([]);
  });

  it('advises by what came', () => {
    const adviceOn = (answer: Answer) =>
      failing(checkOf('login-preflight'), apiFacts(preflights(answer))).values.advice;
    expect(adviceOn({ status: 401 })).toMatch(/no password/);
    expect(adviceOn({ status: 405 })).toMatch(/See what answers OPTIONS with 405/);
    expect(adviceOn({ status: 301 })).toMatch(/without a redirect/);
    expect(adviceOn({ response: failed(failure('http', 'timeout')) })).toMatch(/firewall/);
  });

  it('is not judged where nothing can be said', () => {
    const check = checkOf('login-preflight');
    expect(say(check, apiFacts(preflights({ status: 429 })))).toEqual([
      'not-tested: OPTIONS https://matrix.example.com/_matrix/client/v3/login: 429 (it limits the rate of requests)',
    ]);
    expect(say(check, apiFacts(preflights({ response: skipped('there was no time') })))).toEqual([
      'not-tested: OPTIONS https://matrix.example.com/_matrix/client/v3/login: not asked: there was no time',
    ]);
  });

  it('is not judged where there is no login, unless no other is allowed either', () => {
    const login = apiLook(LOGIN_PATH, UNRECOGNIZED);
    expect(found(apiFacts({ login, ...preflights({ status: 404 }, {}) }))).toEqual([]);
    expect(found(apiFacts({ login, ...preflights({ status: 405 }) }))).toEqual([`${SIGN_IN} status 405`]);
  });

  it('shares a fault with all other answers', () => {
    const unreadable = { homeserver: homeserver([versionsLook({ headers: NONE })]) };
    expect(found(apiFacts(preflights({ headers: NONE }), unreadable))).toEqual([
      'cors/versions-header Web clients may not read what the homeserver answers: Access-Control-Allow-Origin is missing',
    ]);
    expect(found(apiFacts(preflights({ status: 405 }), unreadable))).toContain(`${SIGN_IN} status 405`);
  });
});

describe('the preflight of the versions', () => {
  it('may be refused alone', () => {
    expect(found(apiFacts(preflights({}, { status: 404 })))).toEqual([
      'cors/versions-preflight Web clients cannot ask for the versions with a token: OPTIONS is answered with status 404',
    ]);
  });
});

describe('a star for all headers', () => {
  it('does not stand for Authorization', () => {
    const facts = apiFacts(preflights({ headers: lines('*', '*') }));
    expect(found(facts)).toEqual([
      'cors/authorization-named The homeserver allows web clients every header by a star, but Authorization has to be named',
    ]);
    expect(failing(checkOf('authorization-named'), facts).evidence).toHaveLength(2);
    expect(found(apiFacts(preflights({ headers: lines('*, Authorization') })))).toEqual([]);
  });

  it('is not judged where no preflight is allowed', () => {
    for (const id of ['authorization-named', 'preflight-methods']) {
      expect(say(checkOf(id), apiFacts(preflights({ status: 500 })))).toEqual(['not-tested: no preflight is allowed']);
    }
  });
});

describe('the methods', () => {
  it.each([
    ['GET, POST, OPTIONS', 'PUT and DELETE'],
    ['GET, POST, PUT', 'DELETE'],
    ['get, put, delete', 'PUT and DELETE'],
  ])('%s are too few', (methods, missing) => {
    expect(found(apiFacts(preflights({ headers: lines('authorization, content-type', methods) })))).toEqual([
      `cors/preflight-methods The answers to preflights do not allow ${missing}`,
    ]);
  });

  it('need not be listed by every endpoint', () => {
    const own = { headers: lines('authorization, content-type', 'POST') };
    expect(found(apiFacts(preflights(own, {})))).toEqual([]);
  });
});
