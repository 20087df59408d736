import { once, setMaxListeners } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { readClientHello } from './client-hello.js';
import { type SendingMeans, sendAnswer } from './route-answer.js';
import type { LabServer, RouteAnswer } from './scenario.js';
import { type CertificateShelf, certificateFor, tlsOptions } from './tls-options.js';

/** An HTTP request as it arrived. */
export interface SeenRequest {
  /** Where it was sent in the small world: `203.0.113.5:443`. */
  readonly at: string;
  /** null where no name was sent, or where there was no TLS. */
  readonly sni: string | null;
  /** `TLSv1.3`; null where there was no TLS. */
  readonly tls: string | null;
  readonly host: string | null;
  readonly method: string;
  /** The request target, query included. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface WebServer {
  /** On 127.0.0.1. */
  readonly port: number;
  close(): Promise<void>;
}

/** Behaviours with something that listens. */
type Listening = Exclude<LabServer['behaviour'], 'refuse' | 'unroutable' | 'black-hole' | undefined>;

const LOOPBACK = '127.0.0.1';
/** Alert record, TLS 1.2, two bytes: fatal, unrecognized_name (RFC 6066 section 3). node:tls has no way to send it. */
const UNRECOGNIZED_NAME = Buffer.from([21, 3, 3, 0, 2, 2, 112]);

/** Listens for one address and port of the small world. `answer` is asked for each request. */
export const startWebServer = async (
  at: string,
  server: LabServer,
  behaviour: Listening,
  shelf: CertificateShelf,
  answer: (request: SeenRequest) => RouteAnswer,
): Promise<WebServer> => {
  const stop = new AbortController();
  // One for each answer that is waited for.
  setMaxListeners(0, stop.signal);
  const sockets = new Set<Socket>();
  const track = <S extends Socket>(socket: S): S => {
    sockets.add(socket);
    // Clients that break off are no news here.
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };

  /** By the port of the other side, which a TLS socket shares with the socket below it. */
  const connections = new Map<number | undefined, Socket>();
  const http = createHttpServer((request, response) => {
    const reset = () => connections.get(request.socket.remotePort)?.resetAndDestroy();
    void respond(at, request, response, answer, { stopped: stop.signal, reset });
  });
  const tls = createTlsServer(tlsOptions(server, shelf), (socket) => {
    track(socket);
    if (behaviour === 'https') http.emit('connection', socket);
    else if (behaviour === 'garbage') socket.end('SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n');
    else socket.resume();
  });
  tls.on('tlsClientError', (_error, socket) => socket.destroy());

  const { delayMs = 0 } = server.tls ?? {};
  /** Whoever left by then, or comes to a server that was stopped, is not greeted any more. */
  const begin = (socket: Socket): void => {
    if (delayMs === 0) return void tls.emit('connection', socket);
    sleep(delayMs, undefined, { signal: stop.signal }).then(
      () => socket.destroyed || tls.emit('connection', socket),
      () => socket.destroy(),
    );
  };

  const listener = createServer((socket) => {
    const { remotePort } = track(socket);
    connections.set(remotePort, socket);
    socket.on('close', () => connections.delete(remotePort));
    if (behaviour === 'plain-http') http.emit('connection', socket);
    else if (behaviour === 'reset') socket.resetAndDestroy();
    else if (behaviour === 'silent-tcp') socket.resume();
    else greet(socket, (sni) => certificateFor(server, sni) !== undefined, begin);
  });
  listener.listen(0, LOOPBACK);
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    close: async () => {
      stop.abort();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
};

/** Waits for the name that is asked for; then either refuses it, or lets TLS begin as if nothing had been read. */
const greet = (socket: Socket, accepts: (sni: string | null) => boolean, begin: (socket: Socket) => void): void => {
  let received = Buffer.alloc(0);
  const onData = (data: Buffer) => {
    received = Buffer.concat([received, data]);
    const reading = readClientHello(received);
    if (reading.kind === 'incomplete') return;
    socket.off('data', onData);
    if (reading.kind === 'hello' && !accepts(reading.sni)) {
      socket.end(UNRECOGNIZED_NAME);
      return;
    }
    socket.pause();
    socket.unshift(received);
    begin(socket);
  };
  socket.on('data', onData);
};

const respond = async (
  at: string,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: SeenRequest) => RouteAnswer,
  means: SendingMeans,
): Promise<void> => {
  const lines = request.rawHeaders;
  const seen: SeenRequest = {
    at,
    sni: request.socket instanceof TLSSocket ? sniOf(request.socket) : null,
    tls: request.socket instanceof TLSSocket ? request.socket.getProtocol() : null,
    host: request.headers.host ?? null,
    method: request.method ?? '',
    target: request.url ?? '',
    headers: lines.flatMap((name, index) => (index % 2 === 0 ? [[name, lines[index + 1] ?? ''] as const] : [])),
  };
  let chosen: RouteAnswer;
  try {
    chosen = answer(seen);
  } catch (error) {
    chosen = {
      status: 500,
      text: `the lab cannot answer this: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  await sendAnswer(response, chosen, means);
};

/** node:tls says false where the client sent no name; its type declarations do not know. */
const sniOf = (socket: TLSSocket & { readonly servername?: unknown }): string | null =>
  typeof socket.servername === 'string' ? socket.servername : null;
