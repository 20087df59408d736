import { createSocket } from 'node:dgram';
import { isIPv6, connect as openTcp } from 'node:net';
import type { Deadline } from './deadline.js';
import { answersQuery } from './dns-question.js';
import type { DnsServer } from './dns-servers.js';
import { errorCode } from './failure-from-error.js';
import type { OpenSockets } from './open-sockets.js';

/** What became of one query sent to one server. `strays` counts packets that came but answer another question or none. */
export type DnsExchange =
  | { readonly kind: 'packet'; readonly packet: Buffer }
  | { readonly kind: 'silence'; readonly strays: number }
  /** Nothing could be sent, or the port refuses it; `code` is the operating system's. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** Nothing was sent: the run has sent as many queries as one may. */
  | { readonly kind: 'spent' }
  /** Over UDP only: an answer to the question, but with its name in another case. */
  | { readonly kind: 'other-case' }
  /** Over TCP only: what came is no complete message. */
  | { readonly kind: 'broken'; readonly remark: string };

export interface ExchangeContext {
  readonly deadline: Deadline;
  readonly sockets: OpenSockets;
}

/**
 * Over UDP, from a fresh random port. The socket is connected, so the operating system lets only packets from that very address and port
 * through, and reports a refused port. A packet that does not fit is ignored; the waiting goes on. With `exactCase`, the name must come back in the
 * case in which it was sent.
 */
export const exchangeOverUdp = (
  query: Buffer,
  server: DnsServer,
  limitMs: number,
  { deadline, sockets }: ExchangeContext,
  exactCase: boolean,
): Promise<DnsExchange> =>
  new Promise((resolve) => {
    const socket = createSocket(isIPv6(server.address.replace(/%.*$/, '')) ? 'udp6' : 'udp4');
    let open = true;
    let strays = 0;
    const close = () => {
      if (open) socket.close();
      open = false;
    };
    const settle = (exchange: DnsExchange) => {
      cancel();
      close();
      resolve(exchange);
    };
    const fail = (error: unknown) => settle({ kind: 'unsent', code: errorCode(error) ?? 'UNKNOWN' });
    const cancel = deadline.after(limitMs, () => settle({ kind: 'silence', strays }));
    sockets.add(socket, close);
    socket.on('error', fail);
    socket.on('message', (packet) => {
      const fit = answersQuery(packet, query);
      if (fit === 'no') strays += 1;
      else settle(fit === 'other-case' && exactCase ? { kind: 'other-case' } : { kind: 'packet', packet });
    });
    socket.on('connect', () => {
      if (open) socket.send(query, (error) => error !== null && fail(error));
    });
    // Without a callback: with one, what goes wrong would be told to it and not to the listener for errors.
    socket.connect(server.port, server.address);
  });

/** Over TCP, each message behind its length in two octets (RFC 7766). The case of the name does not matter: nobody can slip an answer in between. */
export const exchangeOverTcp = (
  query: Buffer,
  server: DnsServer,
  limitMs: number,
  { deadline, sockets }: ExchangeContext,
): Promise<DnsExchange> =>
  new Promise((resolve) => {
    const socket = openTcp({ host: server.address, port: server.port, autoSelectFamily: false });
    const chunks: Buffer[] = [];
    let octets = 0;
    let strays = 0;
    const settle = (exchange: DnsExchange) => {
      cancel();
      socket.destroy();
      resolve(exchange);
    };
    const cancel = deadline.after(limitMs, () => settle({ kind: 'silence', strays }));
    sockets.add(socket, () => socket.destroy());
    socket.on('connect', () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(query.length);
      socket.write(Buffer.concat([length, query]));
    });
    socket.on('error', (error) => settle({ kind: 'unsent', code: errorCode(error) ?? 'UNKNOWN' }));
    socket.on('end', () => settle({ kind: 'broken', remark: 'it closed the TCP connection before a whole answer' }));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      octets += chunk.length;
      // Joined only once a message is whole: bytes that come one by one would be copied again with each of them.
      while (octets >= 2 && octets >= 2 + announced(chunks)) {
        const received = Buffer.concat(chunks);
        const packet = received.subarray(2, 2 + received.readUInt16BE(0));
        const rest = received.subarray(2 + packet.length);
        chunks.splice(0, chunks.length, ...(rest.length > 0 ? [rest] : []));
        octets = rest.length;
        if (answersQuery(packet, query) !== 'no') return settle({ kind: 'packet', packet });
        strays += 1;
        if (strays > MAX_STRAYS)
          return settle({ kind: 'broken', remark: 'it sent only answers to other questions over TCP' });
      }
    });
  });

/** The length of the first message, of which two octets are there. */
const announced = ([first = Buffer.alloc(0), second = Buffer.alloc(0)]: readonly Buffer[]): number =>
  (first.length >= 2 ? first : Buffer.concat([first, second])).readUInt16BE(0);

const MAX_STRAYS = 64;
