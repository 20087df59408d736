import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Answer, type DecodedPacket, decode, encode, type Question } from 'dns-packet';

/** A query as it came. `send` gives bytes back, as many times as it is called; over TCP with the length before them. */
export interface ScriptedQuery {
  readonly transport: 'udp' | 'tcp';
  readonly bytes: Buffer;
  readonly packet: DecodedPacket;
  readonly question: Question;
  readonly edns: boolean;
  send(bytes: Buffer): void;
  /** From another port than the one that was asked. UDP only. */
  sendFromElsewhere(bytes: Buffer): void;
  /** TCP only. */
  readonly socket: Socket | null;
}

export interface ScriptedResolver {
  readonly address: string;
  readonly port: number;
  readonly queries: readonly ScriptedQuery[];
  close(): Promise<void>;
}

/** A DNS server on loopback, UDP and TCP on one port, that does what the script says. `tcp: false` and `udp: false` close that port. */
export const startResolver = async (
  script: (query: ScriptedQuery, index: number) => void,
  { tcp: withTcp = true, udp: withUdp = true, host = '127.0.0.1' } = {},
): Promise<ScriptedResolver> => {
  const queries: ScriptedQuery[] = [];
  const take = (bytes: Buffer, rest: Pick<ScriptedQuery, 'transport' | 'send' | 'sendFromElsewhere' | 'socket'>) => {
    const packet = decode(bytes);
    const question = packet.questions?.[0];
    if (question === undefined) throw new Error('a query without a question');
    const edns = packet.additionals?.some(({ type }) => type === 'OPT') ?? false;
    const query = { bytes, packet, question, edns, ...rest };
    queries.push(query);
    script(query, queries.length - 1);
  };

  const connections = new Set<Socket>();
  const tcp = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => undefined).on('close', () => connections.delete(socket));
    socket.on('data', (data) => {
      const send = (bytes: Buffer) => {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(bytes.length);
        socket.write(Buffer.concat([length, bytes]));
      };
      take(data.subarray(2), { transport: 'tcp', send, sendFromElsewhere: () => undefined, socket });
    });
  });
  const { udp, port } = await bindBoth(tcp, host);
  const elsewhere = createSocket(familyOf(host));
  elsewhere.bind(0, host);
  await once(elsewhere, 'listening');
  if (!withTcp) tcp.close();
  const udpClosed = new Promise<void>((resolve) => udp.once('close', () => resolve()));
  if (!withUdp) udp.close();
  udp.on('message', (bytes, from) => {
    take(bytes, {
      transport: 'udp',
      socket: null,
      send: (reply) => udp.send(reply, from.port, from.address),
      sendFromElsewhere: (reply) => elsewhere.send(reply, from.port, from.address),
    });
  });

  return {
    address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    port,
    queries,
    async close() {
      for (const connection of connections) connection.destroy();
      if (withUdp) udp.close();
      await Promise.all([
        udpClosed,
        new Promise<void>((resolve) => elsewhere.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
};

const familyOf = (host: string): 'udp4' | 'udp6' => (host.includes(':') ? 'udp6' : 'udp4');

const bindBoth = async (tcp: ReturnType<typeof createServer>, host: string) => {
  for (let attempt = 1; ; attempt += 1) {
    tcp.listen(0, host);
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket(familyOf(host));
    try {
      udp.bind(port, host);
      await once(udp, 'listening');
      return { udp, port };
    } catch (error) {
      udp.close();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
      if (attempt === 20) throw error;
    }
  }
};

export interface Reply {
  readonly answers?: readonly Answer[];
  readonly authorities?: readonly Answer[];
  readonly additionals?: readonly Answer[];
  readonly rcode?: number;
  readonly truncated?: boolean;
  readonly authenticated?: boolean;
  readonly recursion?: boolean;
  readonly id?: number;
  readonly name?: string;
  readonly type?: Question['type'];
}

const FLAGS = { truncated: 1 << 9, recursionDesired: 1 << 8, recursion: 1 << 7, authenticated: 1 << 5 };

/** A reply to a query, right in every respect that is not changed. */
export const reply = (query: ScriptedQuery, change: Reply = {}): Buffer =>
  encode({
    type: 'response',
    id: change.id ?? query.packet.id ?? 0,
    flags:
      FLAGS.recursionDesired |
      (change.recursion === false ? 0 : FLAGS.recursion) |
      (change.truncated === true ? FLAGS.truncated : 0) |
      (change.authenticated === true ? FLAGS.authenticated : 0) |
      (change.rcode ?? 0),
    questions: [
      { ...query.question, name: change.name ?? query.question.name, type: change.type ?? query.question.type },
    ],
    answers: [...(change.answers ?? [])],
    authorities: [...(change.authorities ?? [])],
    additionals: [...(change.additionals ?? [])],
  });

export const a = (name: string, address: string, ttl = 300): Answer => ({ type: 'A', name, data: address, ttl });
export const cname = (name: string, target: string, ttl = 300): Answer => ({ type: 'CNAME', name, data: target, ttl });
export const srv = (
  name: string,
  priority: number,
  weight: number,
  port: number,
  target: string,
  ttl = 300,
): Answer => ({
  type: 'SRV',
  name,
  ttl,
  data: { priority, weight, port, target },
});
