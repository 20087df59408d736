import type { TLSSocket } from 'node:tls';
import type { Client } from 'undici';
import UndiciClient from 'undici/lib/dispatcher/client.js';
import type { Failure } from '../facts/failure.js';
import type { TlsSession } from '../facts/tls.js';
import type { ConnectionWatcher } from './net.js';
import { startStopwatch } from './stopwatch.js';
import { type ConnectContext, connectTcp } from './tcp-connect.js';
import { tlsHandshake } from './tls-handshake.js';
import type { TrustStore } from './trust.js';

/** An open connection with its HTTP client. It carries one request at a time. */
export interface Connection {
  readonly kind: 'open';
  readonly session: TlsSession;
  readonly tcpMs: number;
  readonly tlsMs: number;
  readonly client: Client;
  readonly socket: TLSSocket;
  /** False once it was closed, by whichever side. */
  readonly usable: boolean;
  /** What the socket itself reported: undici takes a reset for the end of a body without a length. */
  readonly error: Error | null;
  destroy(): void;
}

export interface NoConnection {
  readonly kind: 'failed';
  readonly failure: Failure;
  readonly tcpMs: number | null;
}

/** Where a connection goes: equal endpoints can share one. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
  readonly sni: string | null;
  /** Nothing newer than TLS 1.2 is offered. */
  readonly onlyTls12?: boolean;
}

export interface ConnectionContext extends ConnectContext {
  readonly trustStore: TrustStore;
  readonly tcpLimitMs: number;
  readonly tlsLimitMs: number;
}

const MAX_HEADER_OCTETS = 16_384;

/** Opens a TCP connection, makes a TLS handshake, and hands the finished socket to an undici client of its own. */
export const openConnection = async (
  { address, port, sni, onlyTls12 = false }: Endpoint,
  context: ConnectionContext,
  onConnection: ConnectionWatcher = () => {},
): Promise<Connection | NoConnection> => {
  const tcpElapsed = startStopwatch();
  const tcp = await connectTcp(address, port, context.tcpLimitMs, context);
  if ('reason' in tcp) return { kind: 'failed', failure: tcp, tcpMs: null };
  const tcpMs = tcpElapsed();
  onConnection(null);
  const tlsElapsed = startStopwatch();
  const secured = await tlsHandshake(tcp, { sni, onlyTls12 }, context.tlsLimitMs, context);
  if ('reason' in secured) return { kind: 'failed', failure: secured, tcpMs };
  onConnection(secured.session);
  return connectionOn(secured.socket, secured.session, tcpMs, tlsElapsed());
};

const connectionOn = (socket: TLSSocket, session: TlsSession, tcpMs: number, tlsMs: number): Connection => {
  let error: Error | null = socket.errored;
  // Before undici's own listeners, so that the error is known by the time undici tells of the end.
  socket.on('error', (reported) => {
    error ??= reported;
  });
  let handedOver = false;
  // `http:`, because for `https:` undici would watch over the server name and drop the socket when the Host header changes. Its timers
  // are off: none of them is a deadline (see deadline.ts).
  const client = new UndiciClient('http://connection.invalid', {
    connect: (_options, callback) => {
      // Not at once: undici forgets a request whose connection is there before the asking for it has returned.
      queueMicrotask(() => {
        if (handedOver || socket.destroyed) return callback(error ?? closedError(), null);
        handedOver = true;
        callback(null, socket);
      });
    },
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_OCTETS,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 60_000,
  });
  return {
    kind: 'open',
    session,
    tcpMs,
    tlsMs,
    client,
    socket,
    get usable() {
      return !socket.destroyed && socket.readable && error === null;
    },
    get error() {
      return error;
    },
    destroy() {
      socket.destroy();
      void client.destroy();
    },
  };
};

/** undici tries to connect again when a request is waiting on a closed connection; this is what it gets then. */
const closedError = (): Error => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
