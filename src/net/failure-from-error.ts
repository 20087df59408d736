import { getSystemErrorMap } from 'node:util';
import type { Failure, FailureLayer, FailureReason } from '../facts/failure.js';

/** The code of an error as Node, OpenSSL and undici set it; the first inner one of an AggregateError. null where there is none. */
export const errorCode = (error: unknown): string | null => {
  const first = firstError(error);
  return first !== null && 'code' in first && typeof first.code === 'string' ? first.code : null;
};

/** Classifies what was thrown while a look was in `layer`. */
export const failureFromError = (error: unknown, layer: FailureLayer): Failure => {
  const code = errorCode(error);
  const reason = reasonOf(code, layer, firstError(error)?.message ?? '');
  const isTls = code !== null && /^ERR_(SSL|TLS)_/.test(code);
  return { layer: isTls ? 'tls' : layer, reason, message: messageOf(error, code, reason), code };
};

/** What an alert means that says so only by the moment at which it comes. */
export const clientCertificateRequired = (code: string | null): Failure => {
  const reason = 'client-certificate-required';
  return { layer: 'tls', reason, message: MESSAGES[reason], code };
};

/** A refused version means this where TLS 1.2 was the newest that was offered. */
export const tlsTooNew = (code: string | null): Failure => {
  const reason = 'tls-too-new';
  return { layer: 'tls', reason, message: MESSAGES[reason], code };
};

const firstError = (error: unknown): Error | null => {
  if (error instanceof AggregateError && error.errors.length > 0) return firstError(error.errors[0]);
  return error instanceof Error ? error : null;
};

const reasonOf = (code: string | null, layer: FailureLayer, message: string): FailureReason => {
  if (code !== null && /^ERR_(SSL|TLS)_/.test(code)) return tlsReason(code);
  const network = code === null ? undefined : NETWORK_REASONS[code];
  if (network !== undefined && network !== 'connection-reset') return network;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'headers-too-large';
  // undici asserts that no status is below 100, which is up to the server.
  const asserted = code === 'ERR_ASSERTION';
  const parser =
    asserted || code?.startsWith('HPE_') === true || /does not match the HTTP\/1\.1 protocol/.test(message);
  const ended = network === 'connection-reset' || code === 'UND_ERR_SOCKET' || code === 'HPE_INVALID_EOF_STATE';
  if (layer === 'http') {
    if (code === 'UND_ERR_SOCKET' && /^bad /.test(message)) return 'not-http';
    if (ended) return 'closed';
    return parser || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ? 'not-http' : 'internal';
  }
  if (layer === 'body') {
    if (ended || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'body-truncated';
    return parser ? 'not-http' : 'internal';
  }
  if (layer === 'tls') return isPlainClose(code, message) ? 'tls-error' : (network ?? 'tls-error');
  return network ?? 'internal';
};

/** Node gives a closed connection the code of a reset one, if it happens within the handshake. */
const isPlainClose = (code: string | null, message: string): boolean =>
  code === 'ECONNRESET' && message.includes('before secure TLS connection');

const NETWORK_REASONS: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ECONNABORTED: 'connection-reset',
  EPIPE: 'connection-reset',
  EHOSTUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETUNREACH: 'network-unreachable',
  ENETDOWN: 'network-unreachable',
  EADDRNOTAVAIL: 'network-unreachable',
  EAFNOSUPPORT: 'network-unreachable',
  // The firewall of this machine.
  EACCES: 'network-unreachable',
  EPERM: 'network-unreachable',
  ETIMEDOUT: 'timeout',
};

const tlsReason = (code: string): FailureReason =>
  TLS_REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'tls-error';

const TLS_REASONS: readonly (readonly [RegExp, FailureReason])[] = [
  [
    /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|BAD_RECORD_TYPE|RECORD_LAYER_FAILURE|INVALID_RECORD/,
    'not-tls',
  ],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|UNSUPPORTED_SSL_VERSION/, 'tls-too-old'],
  [/UNRECOGNIZED_NAME/, 'sni-refused'],
  // No certificate is ever sent from here, so an alert about it means that one is wanted. TLS 1.3 names it; OpenSSL and Go say "bad
  // certificate" and the like in TLS 1.2.
  [
    /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_UNKNOWN|UNKNOWN_CA|NO_CERTIFICATE)/,
    'client-certificate-required',
  ],
];

const MESSAGES = {
  'not-tls': 'the port answers, but not with TLS',
  'tls-too-old': 'only TLS 1.1 or older is offered',
  'tls-too-new': 'only TLS 1.3 is offered',
  'sni-refused': 'the server refuses this name (alert unrecognized_name)',
  'client-certificate-required': 'the server wants a client certificate',
  'headers-too-large': 'the response headers are larger than 16 KiB',
  closed: 'the connection ended before a whole response head had come',
  'body-truncated': 'the connection ended before the body did',
} as const satisfies Partial<Record<FailureReason, string>>;

const messageOf = (error: unknown, code: string | null, reason: FailureReason): string => {
  const own = (MESSAGES as Partial<Record<FailureReason, string>>)[reason];
  if (own !== undefined) return own;
  const text = firstError(error)?.message ?? String(error);
  if (reason === 'tls-error') return tlsMessage(code, text);
  if (code === 'ERR_ASSERTION') return 'the answer breaks the rules of HTTP/1.1';
  if (code === 'UND_ERR_SOCKET') return 'an interim response or upgrade came that nobody had asked for';
  return systemMessage(code) ?? (text === '' ? (code ?? 'unknown error') : text);
};

const tlsMessage = (code: string | null, text: string): string => {
  if (code === 'ECONNRESET') return 'the connection was closed within the TLS handshake';
  const alert = code === null ? null : /_ALERT_(\w+)$/.exec(code);
  if (alert?.[1] !== undefined) return `the server ended the TLS handshake (alert ${alert[1].toLowerCase()})`;
  // OpenSSL's error lines: "80CB...:error:0A000152:SSL routines:final_renegotiate:unsafe legacy renegotiation disabled:...".
  const reason = /error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/.exec(text)?.[1];
  return reason ?? systemMessage(code) ?? (text === '' ? (code ?? 'TLS error') : text.trim());
};

/** Without addresses and ports: those that were dialled may be others than those that are looked at. */
const systemMessage = (code: string | null): string | null => {
  for (const [name, message] of getSystemErrorMap().values()) if (name === code) return message;
  return null;
};
