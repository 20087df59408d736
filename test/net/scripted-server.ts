import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls';
import type { Destination } from '../../src/facts/destination.js';
import { labRoot, serverCertificate } from '../../src/lab/certificates.js';
import type { CertificateRecipe } from '../../src/lab/scenario.js';
import type { HttpQuestion } from '../../src/net/net.js';
import type { TrustStore } from '../../src/net/trust.js';

/** One HTTP request as it came, and the socket to answer on. */
export interface ScriptedRequest {
  readonly head: string;
  readonly socket: TLSSocket;
  /** 0 for the first request that this server gets. */
  readonly index: number;
  /** 0 for the first connection. */
  readonly connection: number;
  /** Ends the TCP connection below with RST. */
  reset(): void;
}

export interface ScriptedServer {
  readonly port: number;
  readonly requests: readonly ScriptedRequest[];
  readonly sockets: ReadonlySet<Socket>;
  readonly connections: number;
  close(): Promise<void>;
}

/** A TCP server on loopback that does what the script says with each connection. */
export const startTcp = async (script: (socket: Socket) => void): Promise<ScriptedServer> =>
  watched(createTcpServer({ allowHalfOpen: false }, script), []);

/** A TLS server with this certificate that calls the script for each request head. */
export const startHttps = async (
  script: (request: ScriptedRequest) => void,
  {
    certificate = { names: ['example.com'] },
    host = '127.0.0.1',
    ...options
  }: TlsOptions & { certificate?: CertificateRecipe; host?: string } = {},
): Promise<ScriptedServer> => {
  const { key, chain } = await serverCertificate(certificate);
  const requests: ScriptedRequest[] = [];
  const raw = new Map<number, Socket>();
  let connections = 0;
  const server = createTlsServer({ key, cert: chain, ...options }, (socket) => {
    const connection = connections;
    connections += 1;
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      text += data.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end !== -1; end = text.indexOf('\r\n\r\n')) {
        const reset = () => raw.get(socket.remotePort ?? 0)?.resetAndDestroy();
        const request = { head: text.slice(0, end), socket, index: requests.length, connection, reset };
        text = text.slice(end + 4);
        requests.push(request);
        script(request);
      }
    });
  });
  server.on('connection', (socket: Socket) => raw.set(socket.remotePort ?? 0, socket));
  return watched(server, requests, host);
};

const watched = async (
  server: Server,
  requests: readonly ScriptedRequest[],
  host = '127.0.0.1',
): Promise<ScriptedServer> => {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    sockets,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

/** Answers with this body and keeps the connection. */
export const ok =
  (body: string, headers = 'Content-Type: application/json\r\n') =>
  ({ socket }: ScriptedRequest): void => {
    socket.write(`HTTP/1.1 200 OK\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };

export type QuestionChange = Omit<Partial<HttpQuestion>, 'destination'> & {
  readonly destination?: Partial<Destination>;
};

/** A store with only the lab's root. */
export const labTrust = async (): Promise<TrustStore> => ({
  certificates: [await labRoot()],
  facts: { sources: [{ source: 'lab', certificates: 1 }] },
});

export const question = (port: number, change: QuestionChange = {}): HttpQuestion => ({
  method: 'GET',
  url: 'https://example.com/',
  path: '/',
  maxBytes: 10_000,
  ...change,
  destination: {
    host: 'example.com',
    address: '127.0.0.1',
    port,
    hostHeader: 'example.com',
    sni: 'example.com',
    certificateName: 'example.com',
    priority: null,
    weight: null,
    ...change.destination,
  },
});
