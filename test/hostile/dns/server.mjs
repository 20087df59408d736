// A DNS server that misbehaves, in a process of its own: its parent sends it behaviours (behaviour.ts), it answers each with the port where that one
// is acted out, over UDP and TCP. Its encoder shares nothing with the program under test.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const HOST = '127.0.0.1';
const TYPES = { A: 1, AAAA: 28, SRV: 33 };

const u16 = (...values) => Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 255, value & 255])));
const u32 = (value) => Buffer.concat([u16(Math.floor(value / 65_536)), u16(value % 65_536)]);

const nameBytes = (name) => {
  if (name === '@') return Buffer.from([0xc0, 12]);
  if (name.hex !== undefined) return Buffer.from(name.hex, 'hex');
  const labels = name.labels ?? (name === '.' ? [] : name.split('.'));
  const bytes = labels.map((label) => Buffer.from(label, 'latin1'));
  return Buffer.concat([...bytes.flatMap((label) => [Buffer.from([label.length]), label]), Buffer.from([0])]);
};

const dataBytes = (data) => {
  if (data.hex !== undefined) return Buffer.from(data.hex, 'hex');
  if (data.name !== undefined) return nameBytes(data.name);
  const [priority, weight, port, target] = data.srv;
  return Buffer.concat([u16(priority, weight, port), nameBytes(target)]);
};

const recordBytes = ({ owner = '@', type, class: inClass = 1, ttl = 300, data, length }) => {
  const bytes = dataBytes(data);
  return Buffer.concat([nameBytes(owner), u16(type, inClass), u32(ttl), u16(length ?? bytes.length), bytes]);
};

const readQuery = (bytes) => {
  const end = bytes.indexOf(0, 12) + 1;
  const labels = [];
  for (let at = 12; bytes[at] > 0; at += bytes[at] + 1)
    labels.push(bytes.toString('latin1', at + 1, at + 1 + bytes[at]));
  return {
    id: bytes.readUInt16BE(0),
    name: bytes.subarray(12, end),
    text: labels.join('.').toLowerCase(),
    type: bytes.readUInt16BE(end),
    edns: bytes.readUInt16BE(10) > 0,
  };
};

const swapped = (bytes) =>
  Buffer.from(bytes.map((octet) => ((octet & 0xdf) >= 0x41 && (octet & 0xdf) <= 0x5a ? octet ^ 0x20 : octet)));

const questionBytes = (query, change) => {
  const fixed = u16(change?.type ?? query.type, change?.class ?? 1);
  const own = Buffer.concat([query.name, fixed]);
  if (change === 'none') return Buffer.alloc(0);
  if (change === 'twice') return Buffer.concat([own, own]);
  if (change === 'lower')
    return Buffer.concat([Buffer.from(query.name.toString('latin1').toLowerCase(), 'latin1'), fixed]);
  if (change === 'upper')
    return Buffer.concat([Buffer.from(query.name.toString('latin1').toUpperCase(), 'latin1'), fixed]);
  if (change === 'swapped') return Buffer.concat([swapped(query.name), fixed]);
  return change?.name === undefined ? own : Buffer.concat([nameBytes(change.name), fixed]);
};

const OPT = { owner: '.', type: 41, class: 1232, ttl: 0, data: { hex: '' } };

const messageBytes = (query, spec) => {
  const { answers = [], authorities = [], additionals = query.edns ? [OPT] : [], question } = spec;
  const questions = question === 'none' ? 0 : question === 'twice' ? 2 : 1;
  const records = spec.rawHex === undefined ? [...answers, ...authorities, ...additionals] : [];
  const flags = ((spec.qr ?? 1) << 15) | ((spec.opcode ?? 0) << 11) | (spec.flags ?? 0x0180) | ((spec.rcode ?? 0) & 15);
  const whole = Buffer.concat([
    u16(spec.id === 'other' ? query.id ^ 1 : query.id, flags),
    u16(...(spec.counts ?? [questions, answers.length, authorities.length, additionals.length])),
    questionBytes(query, question),
    ...records.map(recordBytes),
    Buffer.from(spec.rawHex ?? '', 'hex'),
    Buffer.from(spec.tailHex ?? '', 'hex'),
  ]);
  return spec.cut === undefined ? whole : whole.subarray(0, spec.cut);
};

/** What everybody else is told: the root is there, the host has an address, and nothing else exists. */
const honest = (query, asked) => {
  if (query.text === '') return { answers: [{ type: 2, data: { name: 'a.root-servers.net' } }] };
  return query.type === 1 && asked !== 'A' ? { answers: [{ type: 1, data: { hex: 'cb007105' } }] } : {};
};

const framed = (bytes) => Buffer.concat([u16(bytes.length), bytes]);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const act = async (steps, query, { send, elsewhere, socket }) => {
  for (const step of steps) {
    if (step.afterMs !== undefined) await pause(step.afterMs);
    if (step.message !== undefined) {
      const bytes = messageBytes(query, step.message);
      for (let time = 0; time < (step.times ?? 1); time += 1) send(bytes);
    }
    if (step.octets !== undefined) send(Buffer.from(step.octets, 'hex'));
    if (step.elsewhere !== undefined) elsewhere(messageBytes(query, step.elsewhere));
    if (step.stream !== undefined) socket?.write(Buffer.from(step.stream, 'hex'));
    if (step.dripped !== undefined)
      for (const octet of framed(messageBytes(query, step.dripped))) socket?.write(Buffer.from([octet]));
    if (step.lied !== undefined) socket?.write(Buffer.concat([u16(step.length), messageBytes(query, step.lied)]));
    if (step.end === 'close') socket?.end();
    if (step.end === 'reset') socket?.resetAndDestroy();
  }
};

const bound = (socket, port) =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, HOST, () => resolve(socket));
  });

const listen = async (behaviour) => {
  const queries = { udp: 0, tcp: 0 };
  const take = (transport, bytes, ways) => {
    queries[transport] += 1;
    const query = readQuery(bytes);
    const meant = query.text !== '' && query.type === TYPES[behaviour.type];
    const steps = query.edns ? behaviour[transport] : (behaviour.plain ?? behaviour[transport]);
    return act(meant ? steps : [{ message: honest(query, behaviour.type) }], query, ways);
  };
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined).setNoDelay(true);
    socket.on('data', (data) => {
      take('tcp', data.subarray(2), {
        send: (bytes) => socket.write(framed(bytes)),
        elsewhere: () => undefined,
        socket,
      });
    });
  });
  for (;;) {
    await new Promise((resolve) => tcp.listen(0, HOST, resolve));
    const { port } = tcp.address();
    const udp = createSocket('udp4');
    try {
      await bound(udp, port);
    } catch {
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
      continue;
    }
    const other = await bound(createSocket('udp4'), 0);
    udp.on('message', (bytes, from) => {
      const to = (socket) => (reply) => socket.send(reply, from.port, from.address);
      take('udp', bytes, { send: to(udp), elsewhere: to(other), socket: null });
    });
    udp.on('error', () => undefined);
    if (behaviour.tcp === 'closed') tcp.close();
    if (behaviour.udp === 'closed') udp.close();
    return port;
  }
};

process.on('message', async ({ index, behaviour }) => process.send({ index, port: await listen(behaviour) }));
process.on('disconnect', () => process.exit());
