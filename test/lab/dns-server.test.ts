import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import {
  decode,
  encode,
  type Packet,
  RECURSION_DESIRED,
  type RecordType,
  streamDecode,
  streamEncode,
} from 'dns-packet';
import { afterEach, expect, it } from 'vitest';
import type { AskedQuestion } from '../../src/lab/dns-reply.js';
import { type DnsServer, startDnsServer } from '../../src/lab/dns-server.js';
import type { Scenario } from '../../src/lab/scenario.js';
import { askZone } from '../../src/lab/zone.js';

let server: DnsServer | undefined;
let questions: AskedQuestion[] = [];
afterEach(() => server?.close());

/** Starts the server on a zone, and gives a real resolver client (c-ares) that asks it. */
const start = async (zone: Scenario['zone']) => {
  questions = [];
  server = await startDnsServer(zone, (question) => questions.push(question));
  const client = new Resolver({ timeout: 2000, tries: 1 });
  client.setServers([server.resolver]);
  return { client, port: Number(server.resolver.split(':')[1]) };
};

const query = (
  name: string,
  type: RecordType,
  edns: { size?: number; flags?: number } | undefined,
  flags = 0,
): Packet => ({
  type: 'query',
  id: 4711,
  flags: RECURSION_DESIRED | flags,
  questions: [{ name, type }],
  additionals: edns
    ? [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: edns.size ?? 1232,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: edns.flags ?? 0,
          flag_do: false,
          options: [],
        },
      ]
    : [],
});

/** Sends one packet over UDP and waits for the bytes that come back. */
const askUdp = async (port: number, packet: Packet): Promise<Buffer> => {
  const socket = createSocket('udp4');
  try {
    socket.send(encode(packet), port, '127.0.0.1');
    const [message] = await once(socket, 'message');
    return message;
  } finally {
    socket.close();
  }
};

/** What is in the third and fourth byte: what dns-packet decodes but has no types for. */
const header = (bytes: Buffer) => {
  const flags = bytes.readUInt16BE(2);
  return { rcode: flags & 15, tc: (flags & 0x200) !== 0, ad: (flags & 0x20) !== 0, ra: (flags & 0x80) !== 0 };
};

it('answers addresses and SRV records to a real client', async () => {
  const { client } = await start({
    'example.com': { A: ['203.0.113.5', '203.0.113.6'], AAAA: ['2001:db8::5'], ttl: 77 },
    '_matrix-fed._tcp.example.com': { SRV: ['10 5 8449 matrix.example.com', '20 0 443 backup.example.com'] },
  });
  expect(await client.resolve4('example.com', { ttl: true })).toEqual([
    { address: '203.0.113.5', ttl: 77 },
    { address: '203.0.113.6', ttl: 77 },
  ]);
  expect(await client.resolve6('example.com')).toEqual(['2001:db8::5']);
  expect(await client.resolveSrv('_matrix-fed._tcp.example.com')).toMatchObject([
    { priority: 10, weight: 5, port: 8449, name: 'matrix.example.com' },
    { priority: 20, weight: 0, port: 443, name: 'backup.example.com' },
  ]);
  expect(questions).toEqual([
    { name: 'example.com', type: 'A', transport: 'udp' },
    { name: 'example.com', type: 'AAAA', transport: 'udp' },
    { name: '_matrix-fed._tcp.example.com', type: 'SRV', transport: 'udp' },
  ]);
});

it('tells a name that does not exist from one without such records, and from one that only has names below', async () => {
  const { client } = await start({
    'example.com': { A: ['203.0.113.5'] },
    '_matrix-fed._tcp.matrix.example.com': { SRV: ['0 0 0 .'] },
  });
  await expect(client.resolve4('other.example.com')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(client.resolve6('example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(client.resolve4('matrix.example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(client.resolve4('_tcp.matrix.example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(client.resolve4('invalid')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  expect(await client.resolveSrv('_matrix-fed._tcp.matrix.example.com')).toMatchObject([
    { priority: 0, weight: 0, port: 0, name: '' },
  ]);
});

it('follows aliases as a recursive resolver does', async () => {
  const { port } = await start({
    'alias.example.com': { CNAME: 'second.example.com', ttl: 10 },
    'second.example.com': { CNAME: 'real.example.com' },
    'real.example.com': { A: ['203.0.113.5'] },
    'dangling.example.com': { CNAME: 'gone.example.com' },
    'ring.example.com': { CNAME: 'ring.example.com' },
    'broken.example.com': { CNAME: 'faulty.example.com' },
    'faulty.example.com': { fault: 'SERVFAIL' },
  });
  const chain = decode(await askUdp(port, query('alias.example.com', 'A', undefined)));
  expect(chain.answers?.map((answer) => [answer.name, answer.type, 'data' in answer && answer.data])).toEqual([
    ['alias.example.com', 'CNAME', 'second.example.com'],
    ['second.example.com', 'CNAME', 'real.example.com'],
    ['real.example.com', 'A', '203.0.113.5'],
  ]);
  const dangling = await askUdp(port, query('dangling.example.com', 'A', undefined));
  expect(header(dangling).rcode).toBe(3);
  expect(decode(dangling).answers).toHaveLength(1);
  expect(header(await askUdp(port, query('ring.example.com', 'A', undefined))).rcode).toBe(2);
  expect(header(await askUdp(port, query('broken.example.com', 'A', undefined))).rcode).toBe(2);
});

it('synthesises wildcards of the closest ancestor only', async () => {
  const { client } = await start({
    '*.example.com': { A: ['203.0.113.9'] },
    'matrix.example.com': { A: ['203.0.113.10'] },
  });
  expect(await client.resolve4('any.example.com')).toEqual(['203.0.113.9']);
  expect(await client.resolve4('a.b.example.com')).toEqual(['203.0.113.9']);
  expect(await client.resolve4('matrix.example.com')).toEqual(['203.0.113.10']);
  await expect(client.resolve4('below.matrix.example.com')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(client.resolveSrv('_matrix-fed._tcp.example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(client.resolve4('example.com')).rejects.toMatchObject({ code: 'ENODATA' });
});

it.each([
  ['FORMERR', 1],
  ['SERVFAIL', 2],
  ['NXDOMAIN', 3],
  ['NOTIMP', 4],
  ['REFUSED', 5],
] as const)('acts out %s', async (fault, rcode) => {
  const { port } = await start({ 'example.com': { A: ['203.0.113.5'], fault, only: ['A'] } });
  const reply = await askUdp(port, query('example.com', 'A', {}));
  expect(header(reply).rcode).toBe(rcode);
  expect(decode(reply).answers).toEqual([]);
  expect(header(await askUdp(port, query('example.com', 'AAAA', {}))).rcode).toBe(0);
});

it('answers the control question, unless everything is faulty', async () => {
  const { port } = await start({});
  expect(decode(await askUdp(port, query('.', 'NS', undefined))).answers).toHaveLength(1);
  await server?.close();
  const broken = await start({ '*': { fault: 'REFUSED' }, 'example.com': { A: ['203.0.113.5'] } });
  expect(header(await askUdp(broken.port, query('.', 'NS', undefined))).rcode).toBe(5);
  expect(header(await askUdp(broken.port, query('example.com', 'A', undefined))).rcode).toBe(5);
});

it('keeps silent where that is the fault, and logs the question all the same', async () => {
  const { port } = await start({ 'silent.example.com': { fault: 'silent' }, 'example.com': { A: ['203.0.113.5'] } });
  const socket = createSocket('udp4');
  const messages: Buffer[] = [];
  socket.on('message', (message) => messages.push(message));
  socket.send(encode(query('silent.example.com', 'A', undefined)), port, '127.0.0.1');
  socket.send(encode({ ...query('example.com', 'A', undefined), id: 2 }), port, '127.0.0.1');
  await once(socket, 'message');
  socket.close();
  expect(messages.map((message) => decode(message).id)).toEqual([2]);
  expect(questions.map((question) => question.name)).toEqual(['silent.example.com', 'example.com']);
});

it('sends garbage that is no answer', async () => {
  const { port } = await start({ 'example.com': { fault: 'garbage' } });
  const reply = await askUdp(port, query('example.com', 'A', undefined));
  expect(reply.readUInt16BE(0)).not.toBe(4711);
});

it('truncates over UDP and answers in full over TCP', async () => {
  const addresses = Array.from({ length: 60 }, (_, index) => `203.0.113.${index + 1}`);
  const { client, port } = await start({
    'example.com': { A: ['203.0.113.5'], fault: 'truncate' },
    'many.example.com': { A: addresses },
  });
  expect(header(await askUdp(port, query('example.com', 'A', {})))).toMatchObject({ tc: true, rcode: 0 });
  expect(await client.resolve4('example.com')).toEqual(['203.0.113.5']);
  expect(header(await askUdp(port, query('many.example.com', 'A', undefined))).tc).toBe(true);
  expect(header(await askUdp(port, query('many.example.com', 'A', { size: 4096 }))).tc).toBe(false);
  expect(questions.filter((question) => question.transport === 'tcp')).toEqual([
    { name: 'example.com', type: 'A', transport: 'tcp' },
  ]);
});

it('answers several questions on one TCP connection, however they are cut', async () => {
  const { port } = await start({ 'example.com': { A: ['203.0.113.5'] } });
  const socket = connect(port, '127.0.0.1');
  const bytes = Buffer.concat([
    streamEncode(query('example.com', 'A', undefined)),
    streamEncode({ ...query('example.com', 'AAAA', undefined), id: 2 }),
  ]);
  socket.write(bytes.subarray(0, 5));
  await once(socket, 'connect');
  socket.write(bytes.subarray(5));
  let received = Buffer.alloc(0);
  const ids: (number | undefined)[] = [];
  while (ids.length < 2) {
    const [chunk] = await once(socket, 'data');
    received = Buffer.concat([received, chunk]);
    while (received.length > 2 && received.length >= 2 + received.readUInt16BE(0)) {
      ids.push(streamDecode(received)?.id);
      received = received.subarray(2 + received.readUInt16BE(0));
    }
  }
  socket.destroy();
  expect(ids.sort()).toEqual([2, 4711]);
});

it('refuses EDNS with FORMERR where that is the fault, and knows AD and extended errors', async () => {
  const { port } = await start({
    'old.example.com': { A: ['203.0.113.5'], fault: 'formerr-edns' },
    'signed.example.com': { A: ['203.0.113.5'], authenticated: true },
    'bogus.example.com': { fault: 'SERVFAIL', extendedError: { code: 6, text: 'signature expired' } },
  });
  expect(header(await askUdp(port, query('old.example.com', 'A', {}))).rcode).toBe(1);
  expect(header(await askUdp(port, query('old.example.com', 'A', undefined))).rcode).toBe(0);

  expect(header(await askUdp(port, query('signed.example.com', 'A', undefined))).ad).toBe(false);
  expect(header(await askUdp(port, query('signed.example.com', 'A', undefined, 0x20))).ad).toBe(true);
  expect(header(await askUdp(port, query('signed.example.com', 'A', { flags: 0x8000 }))).ad).toBe(true);

  const bogus = decode(await askUdp(port, query('bogus.example.com', 'A', {})));
  const option = bogus.additionals?.flatMap((record) => (record.type === 'OPT' ? record.options : []))[0];
  expect(option).toMatchObject({ code: 15, data: Buffer.from('\0\x06signature expired') });
});

it('compares names without case and gives them back as asked', async () => {
  const { port } = await start({ 'example.com': { A: ['203.0.113.5'] } });
  const reply = decode(await askUdp(port, query('eXample.COM', 'A', undefined)));
  expect(reply.questions?.[0]?.name).toBe('eXample.COM');
  expect(reply.answers).toMatchObject([{ name: 'eXample.COM', data: '203.0.113.5' }]);
});

it('delays answers, adding up over an alias', async () => {
  const zone: Scenario['zone'] = {
    'slow.example.com': { CNAME: 'slower.example.com', delayMs: 60 },
    'slower.example.com': { A: ['203.0.113.5'], delayMs: 60 },
    'example.com': { A: ['203.0.113.5'] },
  };
  expect(askZone(zone, 'slow.example.com', 'A').delayMs).toBe(120);
  const { port } = await start(zone);
  const socket = createSocket('udp4');
  const ids: (number | undefined)[] = [];
  socket.on('message', (message) => ids.push(decode(message).id));
  socket.send(encode({ ...query('slow.example.com', 'A', undefined), id: 1 }), port, '127.0.0.1');
  socket.send(encode({ ...query('example.com', 'A', undefined), id: 2 }), port, '127.0.0.1');
  while (ids.length < 2) await once(socket, 'message');
  socket.close();
  expect(ids).toEqual([2, 1]);
});

it('does not answer what is no question', async () => {
  const { port } = await start({ 'example.com': { A: ['203.0.113.5'] } });
  const socket = createSocket('udp4');
  const messages: Buffer[] = [];
  socket.on('message', (message) => messages.push(message));
  socket.send(Buffer.from('nonsense'), port, '127.0.0.1');
  socket.send(encode({ ...query('example.com', 'A', undefined), type: 'response' }), port, '127.0.0.1');
  socket.send(encode(query('example.com', 'A', undefined)), port, '127.0.0.1');
  await once(socket, 'message');
  socket.close();
  expect(messages).toHaveLength(1);
  expect(questions).toHaveLength(1);
});
