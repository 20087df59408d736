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
  /** Over TCP only: what came is no complete message. */
  | { readonly kind: 'broken'; readonly remark: string };

export interface ExchangeContext {
  readonly deadline: Deadline;
  readonly sockets: OpenSockets;
}

/**
 * Over UDP, from a fresh random port. The socket is connected, so the operating system lets only packets from that very address and port
 * through, and reports a refused port. A packet that does not fit is ignored; the waiting goes on.
 */
export const exchangeOverUdp = (
  query: Buffer,
  server: DnsServer,
  limitMs: number,
  { deadline, sockets }: ExchangeContext,
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
      if (answersQuery(packet, query)) settle({ kind: 'packet', packet });
      else strays += 1;
    });
    socket.on('connect', () => {
      if (open) socket.send(query, (error) => error !== null && fail(error));
    });
    // Without a callback: with one, what goes wrong would be told to it and not to the listener for errors.
    socket.connect(server.port, server.address);
  });

/** Over TCP, each message behind its length in two octets (RFC 7766). */
export const exchangeOverTcp = (
  query: Buffer,
  server: DnsServer,
  limitMs: number,
  { deadline, sockets }: ExchangeContext,
): Promise<DnsExchange> =>
  new Promise((resolve) => {
    const socket = openTcp({ host: server.address, port: server.port, autoSelectFamily: false });
    let received = Buffer.alloc(0);
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
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const packet = received.subarray(2, 2 + received.readUInt16BE(0));
        received = received.subarray(2 + packet.length);
        if (answersQuery(packet, query)) return settle({ kind: 'packet', packet });
        strays += 1;
        if (strays > MAX_STRAYS)
          return settle({ kind: 'broken', remark: 'it sent only answers to other questions over TCP' });
      }
    });
  });

const MAX_STRAYS = 64;
