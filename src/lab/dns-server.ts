import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type AskedQuestion, type DnsReply, replyTo } from './dns-reply.js';
import type { Scenario } from './scenario.js';

export interface DnsServer {
  /** `127.0.0.1:port`, the same port for UDP and TCP. */
  readonly resolver: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Starts a resolver that answers from the zone. `onQuestion` is called for each question, before it is answered. */
export const startDnsServer = async (
  zone: Scenario['zone'],
  onQuestion: (question: AskedQuestion) => void,
): Promise<DnsServer> => {
  const timers = new Set<NodeJS.Timeout>();
  const connections = new Set<Socket>();

  const later = (reply: DnsReply | undefined, send: (bytes: Uint8Array) => void) => {
    if (reply === undefined) return;
    onQuestion(reply.question);
    const { bytes } = reply;
    if (bytes === undefined) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(bytes);
    }, reply.delayMs);
    timers.add(timer);
  };

  const tcp = createServer((connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection)).on('error', () => connection.destroy());
    let pending = Buffer.alloc(0);
    connection.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0);
        later(replyTo(zone, pending.subarray(2, end), 'tcp'), (bytes) => {
          const length = Buffer.alloc(2);
          length.writeUInt16BE(bytes.length);
          if (!connection.destroyed) connection.write(Buffer.concat([length, bytes]));
        });
        pending = pending.subarray(end);
      }
    });
  });

  const { udp, port } = await bindBoth(tcp);
  udp.on('message', (message, from) => {
    later(replyTo(zone, message, 'udp'), (bytes) => udp.send(bytes, from.port, from.address));
  });

  return {
    resolver: `${LOOPBACK}:${port}`,
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      for (const connection of connections) connection.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
};

/** Finds a port that is free for TCP and for UDP; another process may hold only one of the two. */
const bindBoth = async (tcp: ReturnType<typeof createServer>) => {
  for (let attempt = 1; ; attempt++) {
    tcp.listen(0, LOOPBACK);
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket('udp4');
    try {
      udp.bind(port, LOOPBACK);
      await once(udp, 'listening');
      return { udp, port };
    } catch (error) {
      udp.close();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
      if (attempt === 20) throw error;
    }
  }
};
