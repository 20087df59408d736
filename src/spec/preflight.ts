import { REDIRECT_STATUSES } from './constants.js';
import { type CorsFault, corsCheck } from './cors.js';
import { type HeaderLines, headerValues, withoutOuterBlanks } from './header-lines.js';

/** What a page is about to ask: `headers` are those that the page itself sets, `Authorization` and `Content-Type` among them. */
export interface CorsRequest {
  /** The serialised origin of the page, `null` (the text) after a redirect from one foreign origin to another. */
  readonly origin: string;
  /** Upper case. */
  readonly method: string;
  readonly headers: HeaderLines;
}

/** The answer to the browser's `OPTIONS`. */
export interface PreflightAnswer {
  readonly status: number;
  readonly headers: HeaderLines;
}

/**
 * What to mend first: an answer that comes from elsewhere (`redirect`, `status`) has no say on the rest. `unreadable-list`: a list of allowed
 * methods or headers has something in it that is no token, and the browser throws all of it away.
 */
export type PreflightFault = 'redirect' | 'status' | CorsFault | 'unreadable-list' | 'method' | 'headers';

export type PreflightReading =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused';
      readonly fault: PreflightFault;
      /**
       * What the answer should have named: the method (`method`) or the header names, in lower case and sorted (`headers`); with
       * `unreadable-list`, the name of each header whose list cannot be read. Else empty.
       */
      readonly missing: readonly string[];
    };

/**
 * Whether a browser sends the request after that answer to its preflight, without cookies (Fetch standard, "CORS-preflight fetch"). A redirect is
 * never followed. `GET`, `HEAD` and `POST` need no listing, other methods are compared by case, header names are not; a star stands for any
 * method, and for any header but `Authorization`.
 */
export const preflightCheck = (answer: PreflightAnswer, request: CorsRequest): PreflightReading => {
  const { status, headers } = answer;
  if (REDIRECT_STATUSES.includes(status)) return refused('redirect');
  if (status < 200 || status > 299) return refused('status');
  const cors = corsCheck(headers, request.origin);
  if (cors.kind === 'blocked') return refused(cors.fault);

  const methods = tokenList(headers, 'Access-Control-Allow-Methods');
  const names = tokenList(headers, 'Access-Control-Allow-Headers');
  if (methods === null || names === null) {
    return refused('unreadable-list', [
      ...(methods === null ? ['Access-Control-Allow-Methods'] : []),
      ...(names === null ? ['Access-Control-Allow-Headers'] : []),
    ]);
  }
  const { method } = request;
  if (!SAFELISTED_METHODS.includes(method) && !methods.includes(method) && !methods.includes('*'))
    return refused('method', [method]);
  const allowed = new Set(names.map((name) => name.toLowerCase()));
  const missing = unsafeHeaderNames(request.headers).filter(
    (name) => !allowed.has(name) && (!allowed.has('*') || name === 'authorization'),
  );
  return missing.length > 0 ? refused('headers', missing) : { kind: 'allowed' };
};

/** Whether a browser asks by `OPTIONS` before it sends that request to another origin. */
export const needsPreflight = ({ method, headers }: CorsRequest): boolean =>
  !SAFELISTED_METHODS.includes(method) || unsafeHeaderNames(headers).length > 0;

/**
 * The names that a preflight has to ask for, in lower case, sorted, each once (Fetch standard, "CORS-unsafe request-header names"). `Range`, which
 * is safelisted for some values, is always among them: no Matrix client sends it.
 */
export const unsafeHeaderNames = (headers: HeaderLines): readonly string[] => {
  const isSafe = ([name, value]: readonly [string, string]): boolean => isSafelisted(name.toLowerCase(), value.trim());
  const safelistedSize = headers.filter(isSafe).reduce((size, [, value]) => size + value.trim().length, 0);
  const unsafe = safelistedSize > 1024 ? headers : headers.filter((header) => !isSafe(header));
  return [...new Set(unsafe.map(([name]) => name.toLowerCase()))].sort();
};

const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST'];
const SAFELISTED_MEDIA_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const UNSAFE_BYTE = /[\0-\x08\x0A-\x1F"():<>?@[\\\]{}\x7F]/u;

const isSafelisted = (name: string, value: string): boolean => {
  if (value.length > 128) return false;
  switch (name) {
    case 'accept':
      return !UNSAFE_BYTE.test(value);
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/u.test(value);
    case 'content-type':
      return !UNSAFE_BYTE.test(value) && SAFELISTED_MEDIA_TYPES.includes(essenceOf(value));
    default:
      return false;
  }
};

const essenceOf = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase();

/** All tokens of all lines of that name; empty items are skipped. Null where an item is no token (RFC 9110, 5.6.1 and 5.6.2). */
const tokenList = (headers: HeaderLines, name: string): readonly string[] | null => {
  const items = headerValues(headers, name)
    .flatMap((value) => value.split(','))
    .map(withoutOuterBlanks)
    .filter((item) => item !== '');
  return items.every((item) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u.test(item)) ? items : null;
};

const refused = (fault: PreflightFault, missing: readonly string[] = []): PreflightReading => ({
  kind: 'refused',
  fault,
  missing,
});
