import { PAGE } from '../client-requests.mjs';
import { allowHeaders, allowMethods, allowOrigin, ECHO, makeCase, SPEC_HEADERS, SPEC_METHODS, STAR } from './build.mjs';

const LISTS = [...SPEC_METHODS, ...SPEC_HEADERS];

/** A request, and one answer to its preflight; the answer to the request itself has a star. */
const preflight = (ask, name, headers, status = 200) =>
  makeCase('preflight', `${ask}, ${name}`, ask, [{ preflight: { status, headers } }]);

const statuses = [201, 202, 204, 206, 299, 300, 304, 400, 401, 403, 404, 405, 429, 500, 501, 502, 503];
const redirects = [301, 302, 303, 307, 308];

const origins = {
  'the origin': ECHO,
  'no Allow-Origin': [],
  'an empty Allow-Origin': allowOrigin(''),
  'two stars in two lines': allowOrigin('*', '*'),
  'the origin with a slash': allowOrigin(`${PAGE}/`),
  'another origin': allowOrigin('https://example.com'),
  'a star and credentials': [...STAR, ['Access-Control-Allow-Credentials', 'true']],
  'a star and Max-Age': [...STAR, ['Access-Control-Max-Age', '86400']],
  'a star and a Max-Age that is no number': [...STAR, ['Access-Control-Max-Age', '1 day']],
};

const tokenHeaders = {
  'the header named': allowHeaders('Authorization'),
  'the header in lower case': allowHeaders('authorization'),
  'the header in upper case': allowHeaders('AUTHORIZATION'),
  'the header in a second line': allowHeaders('Content-Type', 'Authorization'),
  'the header with commas around': allowHeaders(',, Authorization ,'),
  'the header with blanks around': allowHeaders('\t Authorization \t,\tContent-Type'),
  'no Allow-Headers': [],
  'an empty Allow-Headers': allowHeaders(''),
  'a star for headers': allowHeaders('*'),
  'a star and the header': allowHeaders('*, Authorization'),
  'a star and the header in two lines': allowHeaders('*', 'Authorization'),
  'a star in quotes for headers': allowHeaders('"*"'),
  'the header misspelt': allowHeaders('Authorisation'),
  'other headers': allowHeaders('Origin, X-Requested-With, Content-Type, Accept'),
  'headers parted by blanks': allowHeaders('Content-Type Authorization'),
  'headers parted by semicolons': allowHeaders('Content-Type; Authorization'),
  'headers in quotes': allowHeaders('"Content-Type, Authorization"'),
  'a header with a colon beside it': allowHeaders('Authorization, Content-Type: application/json'),
  'a header with a blank in a second line': allowHeaders('Authorization', 'Content Type'),
};

const bodyHeaders = {
  'no Allow-Headers': [],
  'Content-Type named': allowHeaders('Content-Type'),
  'Content-Type in lower case': allowHeaders('content-type'),
  'Authorization alone': allowHeaders('Authorization'),
  'both named': allowHeaders('Authorization, Content-Type'),
  'both named in two lines': allowHeaders('Authorization', 'Content-Type'),
  'a star for headers': allowHeaders('*'),
  'a star and Authorization': allowHeaders('*, Authorization'),
  'a star and Content-Type': allowHeaders('*, Content-Type'),
};

const methods = {
  'no Allow-Methods': [],
  'an empty Allow-Methods': allowMethods(''),
  'the methods of a static site': allowMethods('GET, HEAD, OPTIONS'),
  'a star for methods': allowMethods('*'),
  'a star in quotes for methods': allowMethods('"*"'),
  'methods parted by blanks': allowMethods('GET POST PUT DELETE OPTIONS'),
  'methods parted by semicolons': allowMethods('GET; POST; PUT; DELETE'),
  'methods in lower case': allowMethods('get, post, put, delete'),
  'methods in mixed case': allowMethods('Get, Post, Put, Delete'),
  'methods in brackets': allowMethods('[GET, POST, PUT, DELETE]'),
  'methods in two lines': allowMethods('GET, POST', 'PUT, DELETE'),
  'a star among methods': allowMethods('GET, *'),
  'Allow in place of Allow-Methods': [['Allow', 'GET, POST, PUT, DELETE']],
};

/** What the page sets decides whether there is a preflight, and what it asks for. */
const own = (name, headers, allowed, method = 'GET') =>
  makeCase('preflight', `own headers, ${name}`, 'versions', [
    { request: { headers, method }, preflight: { headers: [...STAR, ...allowHeaders(...allowed)] } },
  ]);

export const preflights = [
  ...statuses.map((status) => preflight('versionsWithToken', `status ${status}`, [...STAR, ...LISTS], status)),
  ...redirects.map((status) =>
    preflight('versionsWithToken', `status ${status}`, [...STAR, ...LISTS, ['Location', '/elsewhere']], status),
  ),
  preflight('versionsWithToken', 'status 301 without Location', [...STAR, ...LISTS], 301),
  preflight('versionsWithToken', 'status 405 without a header', [], 405),
  preflight('login', 'status 204', [...STAR, ...LISTS], 204),
  preflight('login', 'status 401', [...STAR, ...LISTS, ['WWW-Authenticate', 'Basic realm="x"']], 401),
  preflight('login', 'status 404', [...STAR, ...LISTS], 404),
  ...Object.entries(origins).map(([name, lines]) => preflight('versionsWithToken', name, [...lines, ...LISTS])),
  preflight('login', 'no Allow-Origin', LISTS),
  preflight('login', 'two stars in two lines', [...allowOrigin('*', '*'), ...LISTS]),
  ...Object.entries(tokenHeaders).map(([name, lines]) => preflight('versionsWithToken', name, [...STAR, ...lines])),
  ...Object.entries(bodyHeaders).flatMap(([name, lines]) => [
    preflight('login', name, [...STAR, ...lines]),
    preflight('loginWithToken', name, [...STAR, ...lines]),
  ]),
  ...Object.entries(methods).flatMap(([name, lines]) =>
    ['versionsWithToken', 'login', 'send', 'deleteBackup'].map((ask) =>
      preflight(ask, name, [...STAR, ...lines, ...SPEC_HEADERS]),
    ),
  ),
  preflight('upload', 'Authorization alone', [...STAR, ...allowHeaders('Authorization')]),
  preflight('upload', 'no Allow-Headers', STAR),
  own('none', [], []),
  own(
    'Accept and languages',
    [
      ['Accept', 'a/b, c/d;q=0.5'],
      ['Accept-Language', 'de, en;q=0.5'],
    ],
    [],
  ),
  own('a long Accept', [['Accept', 'a/b, '.repeat(40)]], []),
  own('a long Accept, named', [['Accept', 'a/b, '.repeat(40)]], ['Accept']),
  own('a header of its own', [['X-Requested-With', 'x']], []),
  own('a header of its own, named', [['X-Requested-With', 'x']], ['x-requested-with']),
  own('a header of its own, by a star', [['X-Requested-With', 'x']], ['*']),
  own('plain text', [['Content-Type', 'text/plain;charset=UTF-8']], [], 'POST'),
  own('a form', [['Content-Type', 'application/x-www-form-urlencoded']], [], 'POST'),
  own('plain text in upper case', [['Content-Type', 'TEXT/PLAIN']], [], 'POST'),
  own('no media type', [['Content-Type', 'text']], [], 'POST'),
  own('JSON in two senses', [['Content-Type', 'text/plain, application/json']], [], 'POST'),
  own('HEAD', [], [], 'HEAD'),
  makeCase('preflight', 'passed, then no header on the answer', 'login', [{ headers: [] }]),
  makeCase('preflight', 'passed, then 401 with a star', 'login', [{ status: 401 }]),
  makeCase('preflight', 'passed, then 403 without a header', 'login', [{ status: 403, headers: [] }]),
];
