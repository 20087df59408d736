/**
 * Why a look did not give an answer: how far it got, and what stopped it.
 *
 * `layer` is the last layer that was tried, `reason` a word that checks can tell apart, `message` what the operating system, OpenSSL or
 * the HTTP parser said (remote text may be inside: make it safe before showing it), `code` its error code where there is one.
 */
export interface Failure {
  readonly layer: FailureLayer;
  readonly reason: FailureReason;
  readonly message: string;
  readonly code: string | null;
}

export type FailureLayer = 'dns' | 'tcp' | 'tls' | 'http' | 'body' | 'internal';

export type FailureReason =
  /** A deadline passed; `layer` says during what. */
  | 'timeout'
  /** No address to connect to: the host did not resolve. */
  | 'no-address'
  | 'connection-refused'
  | 'connection-reset'
  | 'host-unreachable'
  /** This machine has no route for that address family (ENETUNREACH, EADDRNOTAVAIL): says nothing about the target. */
  | 'network-unreachable'
  /** This run connects only to public addresses (`publicOnly`), and this is none: no connection was tried. */
  | 'not-public'
  /** The port speaks something else than TLS, plain HTTP for instance. */
  | 'not-tls'
  /** Only TLS 1.1 or older is offered. */
  | 'tls-too-old'
  /** TLS 1.2 alone was offered, and the server refused it. */
  | 'tls-too-new'
  /** The server refused the name asked for (alert unrecognized_name). */
  | 'sni-refused'
  /** The server wants a client certificate. */
  | 'client-certificate-required'
  /** Any other alert or TLS error, also a connection closed within the handshake. */
  | 'tls-error'
  /** Closed or reset before a whole response head arrived. */
  | 'closed'
  /** The answer is not HTTP/1.1, or breaks its rules. */
  | 'not-http'
  | 'headers-too-large'
  /** More bytes than the stated limit; nothing of it is used. */
  | 'body-too-large'
  /** The connection ended before the announced body did. */
  | 'body-truncated'
  /** A defect of this tool. */
  | 'internal';
