import { ELSEWHERE, HOMESERVER, NAME, PAGE } from '../client-requests.mjs';
import { allowHeaders, allowOrigin, ECHO, makeCase, STAR } from './build.mjs';

const PATH = '/.well-known/matrix/client';
const VERSIONS = '/_matrix/client/versions';
const LOGIN = '/_matrix/client/v3/login';
const NULL = allowOrigin('null');

/** Redirects by 302 through these origins; `[origin, header lines]` each. The last one answers with 200. */
const chain = (name, stops, ask = 'file', path = PATH) =>
  makeCase(
    'redirect',
    name,
    ask,
    stops.map(([origin, headers, preflight = {}], index) => ({
      url: `${origin}${path}`,
      headers,
      preflight,
      status: index === stops.length - 1 ? 200 : 302,
    })),
  );

/** One redirect whose Location lines are given. */
const leads = (name, headers) => makeCase('redirect', name, 'file', [{ status: 302, headers }]);

const REFUSED = { status: 405, headers: [] };
const WWW = 'https://www.example.com';

export const redirects = [
  ...[301, 302, 303, 307, 308].map((status) =>
    makeCase('redirect', `${status} to another origin`, 'file', [{ status }, { url: `${HOMESERVER}${PATH}` }]),
  ),
  makeCase('redirect', 'by a relative Location', 'file', [
    { status: 302, location: ({ pathname, search }) => [pathname + search] },
    { url: `${NAME}/other` },
  ]),
  makeCase('redirect', 'by a Location with the default port, the origin', 'file', [
    {
      status: 302,
      headers: ECHO,
      location: ({ hostname, pathname, search }) => [`https://${hostname}:443${pathname}${search}`],
    },
    { url: `${NAME}/other`, headers: ECHO },
  ]),
  chain('same origin, stars', [
    [NAME, STAR],
    [NAME, STAR],
  ]),
  chain('same origin, the origin', [
    [NAME, ECHO],
    [NAME, ECHO],
  ]),
  chain('same origin, null at the end', [
    [NAME, STAR],
    [NAME, NULL],
  ]),
  chain('same origin, no header on the redirect', [
    [NAME, []],
    [NAME, STAR],
  ]),
  chain('same origin, no header at the end', [
    [NAME, STAR],
    [NAME, []],
  ]),
  chain('same origin, two stars on the redirect', [
    [NAME, allowOrigin('*', '*')],
    [NAME, STAR],
  ]),
  chain('other origin, stars', [
    [NAME, STAR],
    [HOMESERVER, STAR],
  ]),
  chain('other origin, no header on the redirect', [
    [NAME, []],
    [HOMESERVER, STAR],
  ]),
  chain('other origin, no header at the end', [
    [NAME, STAR],
    [HOMESERVER, []],
  ]),
  chain('other origin, the origin both times', [
    [NAME, ECHO],
    [HOMESERVER, ECHO],
  ]),
  chain('other origin, the origin and null', [
    [NAME, ECHO],
    [HOMESERVER, NULL],
  ]),
  chain('other origin, the origin and a star', [
    [NAME, ECHO],
    [HOMESERVER, STAR],
  ]),
  chain('other origin, null on the redirect', [
    [NAME, NULL],
    [HOMESERVER, STAR],
  ]),
  chain('other site, stars', [
    [NAME, STAR],
    [ELSEWHERE, STAR],
  ]),
  chain('other site, the origin both times', [
    [NAME, ECHO],
    [ELSEWHERE, ECHO],
  ]),
  chain('other site, null at the end', [
    [NAME, STAR],
    [ELSEWHERE, NULL],
  ]),
  chain('www and back, stars', [
    [NAME, STAR],
    [WWW, STAR],
    [NAME, STAR],
  ]),
  chain('www and back, the origin', [
    [NAME, ECHO],
    [WWW, STAR],
    [NAME, ECHO],
  ]),
  chain('www and back, null', [
    [NAME, ECHO],
    [WWW, NULL],
    [NAME, NULL],
  ]),
  chain('two origins on the way, stars', [
    [NAME, STAR],
    [HOMESERVER, STAR],
    [ELSEWHERE, STAR],
  ]),
  chain('two origins on the way, no header in the middle', [
    [NAME, STAR],
    [HOMESERVER, []],
    [ELSEWHERE, STAR],
  ]),
  chain('twice at another origin, the origin', [
    [NAME, STAR],
    [HOMESERVER, STAR],
    [HOMESERVER, ECHO],
  ]),
  chain('same origin, then another, the origin', [
    [NAME, ECHO],
    [NAME, ECHO],
    [HOMESERVER, ECHO],
  ]),
  chain('other port, the origin', [
    [NAME, ECHO],
    [`${NAME}:8448`, ECHO],
  ]),
  chain('other port, null', [
    [NAME, ECHO],
    [`${NAME}:8448`, NULL],
  ]),
  chain('to plain http, stars', [
    [NAME, STAR],
    ['http://example.com', STAR],
  ]),
  chain('from the page, no header', [
    [PAGE, []],
    [PAGE, []],
  ]),
  chain('from the page, the origin', [
    [PAGE, []],
    [NAME, ECHO],
  ]),
  chain('from the page, no header at the end', [
    [PAGE, []],
    [NAME, []],
  ]),
  chain('from the page by another, the origin', [
    [PAGE, []],
    [NAME, ECHO],
    [HOMESERVER, ECHO],
  ]),
  chain('from the page by another, null', [
    [PAGE, []],
    [NAME, ECHO],
    [HOMESERVER, NULL],
  ]),
  chain('to the page, no header', [
    [NAME, STAR],
    [PAGE, []],
  ]),
  chain('to the page, the origin', [
    [NAME, STAR],
    [PAGE, ECHO],
  ]),
  chain('to the page, a star', [
    [NAME, STAR],
    [PAGE, STAR],
  ]),
  leads('credentials in Location', [...STAR, ['Location', 'https://user:word@example.com/']]),
  leads('credentials of another origin in Location', [...STAR, ['Location', 'https://user@cdn.example.net/']]),
  leads('Location that is no URL', [...STAR, ['Location', 'https://']]),
  leads('Location of another scheme', [...STAR, ['Location', 'data:application/json,{}']]),
  leads('two different Locations', [...STAR, ['Location', '/a'], ['Location', '/b']]),
  leads('Location and no header', [['Location', '/a']]),
  makeCase('redirect', 'the same Location twice', 'file', [
    { status: 302, location: ({ href }) => [href, href] },
    { url: `${NAME}/other` },
  ]),
  chain(
    '20 redirects',
    Array.from({ length: 21 }, () => [NAME, STAR]),
  ),
  chain(
    '21 redirects',
    Array.from({ length: 22 }, () => [NAME, STAR]),
  ),
  chain(
    'with a token, same origin',
    [
      [HOMESERVER, STAR],
      [HOMESERVER, STAR],
    ],
    'versionsWithToken',
    VERSIONS,
  ),
  chain(
    'with a token, second preflight refused',
    [
      [HOMESERVER, STAR],
      [HOMESERVER, STAR, REFUSED],
    ],
    'versionsWithToken',
    VERSIONS,
  ),
  chain(
    'with a token, other origin',
    [
      [HOMESERVER, STAR],
      [NAME, STAR],
    ],
    'versionsWithToken',
    VERSIONS,
  ),
  chain(
    'with a token, other origin that refuses OPTIONS',
    [
      [HOMESERVER, STAR],
      [NAME, STAR, REFUSED],
    ],
    'versionsWithToken',
    VERSIONS,
  ),
  chain(
    'with a token, other origin, the origin',
    [
      [HOMESERVER, STAR],
      [NAME, ECHO],
    ],
    'versionsWithToken',
    VERSIONS,
  ),
  ...[302, 303, 307, 308].map((status) =>
    makeCase('redirect', `login, ${status} to another origin`, 'login', [{ status }, { url: `${NAME}${LOGIN}` }]),
  ),
  makeCase('redirect', 'login, 307 to another origin that echoes', 'login', [
    { status: 307 },
    { url: `${NAME}${LOGIN}`, preflight: { headers: [...ECHO, ...allowHeaders('Content-Type')] } },
  ]),
  makeCase('redirect', 'login, 302 to an origin that refuses OPTIONS', 'login', [
    { status: 302 },
    { url: `${NAME}${LOGIN}`, preflight: REFUSED },
  ]),
];
