import { LOCAL_PAGE, PAGE } from '../client-requests.mjs';
import { allowOrigin, ECHO, makeCase, STAR } from './build.mjs';

/** The client file and the versions, asked without anything that needs a preflight: what the answer's own header lines do. */
const headerLines = {
  'a star': STAR,
  'a star, name in lower case': [['access-control-allow-origin', '*']],
  'a star, name in upper case': [['ACCESS-CONTROL-ALLOW-ORIGIN', '*']],
  'a star with blanks around': allowOrigin('  \t* \t '),
  'a star and a no-break space': allowOrigin('*\u00a0'),
  'a star and credentials': [...STAR, ['Access-Control-Allow-Credentials', 'true']],
  'a star and Cross-Origin-Resource-Policy': [...STAR, ['Cross-Origin-Resource-Policy', 'same-origin']],
  'a star and Vary': [...STAR, ['Vary', 'Origin']],
  'a star and nosniff, as HTML': [...STAR, ['X-Content-Type-Options', 'nosniff'], ['Content-Type', 'text/html']],
  'the origin and Vary': ECHO,
  'the origin without Vary': allowOrigin(PAGE),
  'the origin and credentials': [...ECHO, ['Access-Control-Allow-Credentials', 'true']],
  'the origin with blanks around': allowOrigin(` ${PAGE}\t`),
  'no header': [],
  'an empty header': allowOrigin(''),
  'a header of blanks': allowOrigin(' \t '),
  'two stars in two lines': allowOrigin('*', '*'),
  'a star and the origin in two lines': allowOrigin('*', PAGE),
  'the origin and a star in two lines': allowOrigin(PAGE, '*'),
  'the origin in two lines': allowOrigin(PAGE, PAGE),
  'a star and an empty line': allowOrigin('*', ''),
  'an empty line and a star': allowOrigin('', '*'),
  'two stars in lines of different case': [...STAR, ['access-control-allow-origin', '*']],
  'two stars with commas': allowOrigin('*, *'),
  'a star and a comma': allowOrigin('*,'),
  'the origin and another with commas': allowOrigin(`${PAGE}, https://app.schildi.chat`),
  'the origin and another with a blank': allowOrigin(`${PAGE} https://app.schildi.chat`),
  'the origin with a slash': allowOrigin(`${PAGE}/`),
  'the origin with its host in upper case': allowOrigin('https://APP.ELEMENT.IO'),
  'the origin with its scheme in upper case': allowOrigin('HTTPS://app.element.io'),
  'the origin without its scheme': allowOrigin('app.element.io'),
  'the origin with its port': allowOrigin(`${PAGE}:443`),
  'the origin with another port': allowOrigin(`${PAGE}:8443`),
  'the origin with http': allowOrigin('http://app.element.io'),
  'another origin': allowOrigin('https://example.com'),
  'all hosts of a domain': allowOrigin('https://*.element.io'),
  'all of https': allowOrigin('https://*'),
  'two stars in one word': allowOrigin('**'),
  'a star in double quotes': allowOrigin('"*"'),
  'a star in single quotes': allowOrigin("'*'"),
  'a star and a semicolon': allowOrigin('*;'),
  'the word null': allowOrigin('null'),
  'the word true': allowOrigin('true'),
  'the variable of a proxy': allowOrigin('$http_origin'),
  'the name misspelt with an s': [['Access-Control-Allow-Origins', '*']],
  'the name misspelt with underscores': [['Access_Control_Allow_Origin', '*']],
  'the name without Control': [['Access-Allow-Origin', '*']],
  'the name without Access-Control': [['Allow-Origin', '*']],
  'only the other headers': [
    ['Access-Control-Allow-Methods', 'GET'],
    ['Access-Control-Allow-Headers', '*'],
    ['Access-Control-Allow-Credentials', 'true'],
  ],
};

/** The same for a page of the user's own machine, whose origin has a port. */
const forLocalPage = {
  'a star': STAR,
  'its origin': allowOrigin(LOCAL_PAGE),
  'its origin without the port': allowOrigin('http://localhost'),
  'its origin with https': allowOrigin('https://localhost:8080'),
  'its origin with a star for the port': allowOrigin('http://localhost:*'),
  'the origin of another client': ECHO,
};

const statuses = [201, 204, 300, 304, 400, 401, 403, 404, 405, 429, 500, 502, 503];

const withoutRedirectTarget = [301, 302, 307, 308];

export const answers = [
  ...Object.entries(headerLines).map(([name, headers]) => makeCase('file', name, 'file', [{ headers }])),
  ...Object.entries(forLocalPage).map(([name, headers]) =>
    makeCase('localhost', name, 'file', [{ headers, request: { page: LOCAL_PAGE } }]),
  ),
  ...statuses.flatMap((status) => [
    makeCase('status', `${status} with a star`, 'file', [{ status }]),
    makeCase('status', `${status} without a header`, 'file', [{ status, headers: [] }]),
  ]),
  ...withoutRedirectTarget.map((status) =>
    makeCase('status', `${status} without Location, with a star`, 'file', [{ status }]),
  ),
  makeCase('file', 'a star, and OPTIONS refused', 'file', [{ preflight: { status: 405, headers: [] } }]),
  makeCase('versions', 'a star, and OPTIONS refused', 'versions', [{ preflight: { status: 405, headers: [] } }]),
  makeCase('versions', 'the origin', 'versions', [{ headers: ECHO }]),
  makeCase('versions', 'no header', 'versions', [{ headers: [] }]),
  makeCase('versions', 'two stars in two lines', 'versions', [{ headers: allowOrigin('*', '*') }]),
  makeCase('versions', '401 with a star', 'versions', [{ status: 401 }]),
];
