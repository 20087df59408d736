import { parseServerName } from './server-name.js';
import { characterWords, shortened } from './text-words.js';
import { readUrlHost, type UrlHostOddity } from './url-host.js';

/** A base URL taken apart. `host` is as written (IPv6 in brackets; punycode where it is not ASCII); `port` 443, or 80 for http, where none is written; `path` without its final slash. */
export interface BaseUrl {
  readonly written: string;
  readonly scheme: 'https' | 'http';
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** What a base URL should not have: none twice. */
  readonly oddities: readonly BaseUrlOddity[];
}

export type BaseUrlOddity =
  | 'query'
  | 'fragment'
  | 'user-info'
  /** Any path but slashes; clients disagree on how to join it. */
  | 'path'
  /** More than the one slash at the end that is fine. */
  | 'final-slashes'
  /** A path with `/_matrix` in it, in place of `path`: clients will ask for `/_matrix/client/_matrix/client/versions`. */
  | 'matrix-path'
  /** Around the URL. */
  | 'blanks'
  | 'upper-case-scheme'
  | UrlHostOddity;

/** `why`: one plain sentence without a full stop, beginning in lower case. */
export type BaseUrlReading =
  | { readonly kind: 'valid'; readonly baseUrl: BaseUrl }
  | { readonly kind: 'invalid'; readonly why: string };

/** http and https URLs only; never through WHATWG URL, which mends what clients would stumble over. */
export const readBaseUrl = (written: string): BaseUrlReading => {
  const text = withoutOuterBlanks(written);
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/isu.exec(text);
  if (parts === null) return invalid(noUrl(text));
  const [, writtenScheme = '', authority = '', writtenPath = '', query, fragment] = parts;
  const scheme = writtenScheme.toLowerCase();
  if (scheme !== 'https' && scheme !== 'http')
    return invalid(`the scheme is "${shortened(scheme)}", and only https is used`);
  const forbidden = /[\s\\\x00-\x1f\x7f]|[^\x00-\x7f]/u.exec(writtenPath + (query ?? '') + (fragment ?? ''))?.[0];
  if (forbidden !== undefined) return invalid(`a URL cannot have the character ${characterWords(forbidden)} in it`);

  const userInfoEnd = authority.lastIndexOf('@');
  const host = readUrlHost(authority.slice(userInfoEnd + 1));
  if (host.kind === 'invalid') {
    const { message, hint } = host.problem;
    return invalid(`the host does not do: ${message}${hint === null ? '' : ` (${hint})`}`);
  }
  const path = writtenPath.replace(/\/$/u, '');
  const oddities: readonly (readonly [BaseUrlOddity, boolean])[] = [
    ['query', query !== undefined],
    ['fragment', fragment !== undefined],
    ['user-info', userInfoEnd !== -1],
    ['path', !/^\/*$/u.test(path) && !MATRIX_PATH.test(path)],
    ['final-slashes', path.endsWith('/')],
    ['matrix-path', MATRIX_PATH.test(path)],
    ['blanks', text !== written],
    ['upper-case-scheme', writtenScheme !== scheme],
    ['underscore-in-host', host.oddity === 'underscore-in-host'],
    ['non-ascii-host', host.oddity === 'non-ascii-host'],
  ];
  return {
    kind: 'valid',
    baseUrl: {
      written,
      scheme,
      host: host.host,
      port: host.port ?? DEFAULT_PORTS[scheme],
      path,
      oddities: oddities.filter(([, applies]) => applies).map(([oddity]) => oddity),
    },
  };
};

/**
 * `baseUrl` without exactly one final slash, then the path: never resolved as in RFC 3986 (Client-Server specification, "Well-known URIs").
 * User info, query and fragment are dropped, as matrix-js-sdk does; the port stands there only where it is not the scheme's own.
 */
export const endpointUrl = (baseUrl: BaseUrl, path: string): string => {
  const port = baseUrl.port === DEFAULT_PORTS[baseUrl.scheme] ? '' : `:${baseUrl.port}`;
  return `${baseUrl.scheme}://${baseUrl.host}${port}${baseUrl.path}${path}`;
};

const DEFAULT_PORTS = { https: 443, http: 80 } as const satisfies Record<BaseUrl['scheme'], number>;
const MATRIX_PATH = /\/_matrix(\/|$)/u;

/** Not `trim`, which takes away more than URL parsers do. */
const withoutOuterBlanks = (text: string): string => {
  const start = text.search(/[^ \t\r\n\f]/u);
  let end = text.length;
  while (end > start && ' \t\r\n\f'.includes(text.charAt(end - 1))) end -= 1;
  return start === -1 ? '' : text.slice(start, end);
};

const invalid = (why: string): BaseUrlReading => ({ kind: 'invalid', why });

const noUrl = (text: string): string => {
  if (text === '') return 'it is empty';
  const host = parseServerName(text.replace(/^\/\//u, '').replace(/\/.*$/su, ''));
  if (host.kind === 'valid') {
    const remedy = `the scheme is missing: write https://${shortened(text.replace(/^\/\//u, ''))}`;
    return host.serverName.port === null || text.startsWith('//')
      ? remedy
      : `${remedy}; Element X takes what stands before the colon for the scheme`;
  }
  if (/^https?:/iu.test(text)) return 'behind the scheme there must be "://"';
  return 'it is not a URL with a scheme and a host';
};
