import type { Failure, FailureLayer, FailureReason } from '../failure.js';
import type { HttpLook } from '../http.js';

/** What stopped a look, in a few words that finish "203.0.113.10:443: ...". The remote's own words are not in it. */
export const failureWords = (failure: Failure): string =>
  failure.reason === 'timeout' ? TIMEOUT_WORDS[failure.layer] : REASON_WORDS[failure.reason];

/** How one request ended, in a few words: "200", "404", or what stopped it. */
export const lookWords = (look: HttpLook): string => {
  if (look.connection.kind === 'failed') return failureWords(look.connection.failure);
  const { response } = look;
  if (response.kind === 'failed') return failureWords(response.failure);
  if (response.kind === 'skipped') return `not asked: ${response.because}`;
  const { status, body } = response.value;
  return body.kind === 'failed' ? `${status}, but ${failureWords(body.failure)}` : `${status}`;
};

const TIMEOUT_WORDS = {
  dns: 'the resolvers did not answer in time',
  tcp: 'no answer to the connection attempt in time (TCP)',
  tls: 'connected, but the TLS handshake did not finish in time',
  http: 'TLS works, but no answer came in time',
  body: 'the answer did not end in time',
  internal: 'cut off by the time limit of this run',
} as const satisfies Record<FailureLayer, string>;

const REASON_WORDS = {
  timeout: 'no answer in time',
  'no-address': 'the host has no address',
  'connection-refused': 'connection refused',
  'connection-reset': 'connection reset by the other side',
  'host-unreachable': 'the network says that the host is unreachable',
  'network-unreachable': 'this machine has no route to that address',
  'not-public': 'this run connects only to public addresses (--public-only)',
  'not-tls': 'the port does not speak TLS (plain HTTP, most likely)',
  'tls-too-old': 'the server offers only TLS 1.1 or older',
  'tls-too-new': 'the server offers only TLS 1.3',
  'sni-refused': 'the server refuses the name asked for in the TLS handshake (unrecognized_name)',
  'client-certificate-required': 'the server demands a client certificate',
  'tls-error': 'the TLS handshake failed',
  closed: 'the connection was closed before an answer came',
  'not-http': 'the answer is not HTTP',
  'headers-too-large': 'the answer has too many or too long header lines',
  'body-too-large': 'the answer is too large',
  'body-truncated': 'the answer ends before its announced length',
  internal: 'a defect of this tool prevented the look',
} as const satisfies Record<FailureReason, string>;
