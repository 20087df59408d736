import { encode } from 'dns-packet';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/net/dns-answer.js';
import { readMessage } from '../../src/net/dns-message.js';
import { isAskableName, readName } from '../../src/net/dns-name.js';
import { answersQuery, encodeQuery } from '../../src/net/dns-question.js';

const HEADER = 12;
const QUESTION = { name: 'example.com', type: 'SRV' } as const;

/** A response header with these counts and a question for example.com SRV. */
const head = (answers: number, authorities = 0, additionals = 0): Buffer => {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeUInt16BE(0x8180, 2);
  bytes.writeUInt16BE(1, 4);
  bytes.writeUInt16BE(answers, 6);
  bytes.writeUInt16BE(authorities, 8);
  bytes.writeUInt16BE(additionals, 10);
  return Buffer.concat([bytes, name('example', 'com'), Buffer.from([0, 33, 0, 1])]);
};
const name = (...labels: (string | Buffer)[]): Buffer =>
  Buffer.concat([...labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]), Buffer.from([0])]);
const pointer = (to: number): Buffer => Buffer.from([0xc0 | (to >> 8), to & 0xff]);
const record = (
  owner: Buffer,
  type: number,
  data: Buffer,
  { ttl = 60, cls = 1, length = data.length } = {},
): Buffer => {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(cls, 2);
  fixed.writeUInt32BE(ttl, 4);
  fixed.writeUInt16BE(length, 8);
  return Buffer.concat([owner, fixed, data]);
};
const srvData = (target: Buffer): Buffer => Buffer.concat([Buffer.from([0, 10, 0, 5, 0x21, 0]), target]);

const targetOf = (target: Buffer) => {
  const message = readMessage(Buffer.concat([head(1), record(pointer(HEADER), 33, srvData(target))]));
  const [found] = answerOf(message, QUESTION).records;
  return found?.type === 'SRV' ? found.target : undefined;
};

describe('names', () => {
  it('follow pointers', () => {
    expect(targetOf(Buffer.concat([Buffer.from([6]), Buffer.from('matrix'), pointer(HEADER)]))).toBe(
      'matrix.example.com',
    );
  });

  it('keep the borders between labels', () => {
    expect(targetOf(name('matrix.example', 'com'))).toBe('matrix\\.example.com');
    expect(targetOf(name('a\\b', 'com'))).toBe('a\\\\b.com');
    expect(targetOf(name(Buffer.from([0x1b, 0x5b, 0x00, 0xff]), 'com'))).toBe('\\027[\\000\\255.com');
    expect(targetOf(name())).toBe('.');
    expect(targetOf(name('.'))).toBe('\\.');
  });

  it('with such labels can never be asked for, nor be taken for the question', () => {
    expect(isAskableName('matrix\\.example.com')).toBe(false);
    const message = readMessage(Buffer.concat([head(1), record(name('example.com'), 33, srvData(name('evil')))]));
    expect(answerOf(message, QUESTION)).toMatchObject({ outcome: 'nodata', records: [] });
  });

  it.each<[string, Buffer]>([
    ['a pointer to itself', pointer(0)],
    ['a pointer forwards', Buffer.concat([pointer(2), name('a')])],
    ['a label that is cut off', Buffer.from([9, 97])],
    ['no end', Buffer.from([1, 97])],
    ['a label of unknown type', Buffer.from([0x41, 97, 0])],
    ['half a pointer', Buffer.from([0xc0])],
    ['256 octets', name(...Array.from({ length: 4 }, () => 'a'.repeat(63)))],
  ])('%s is an error', (_what, bytes) => {
    expect(() => readName(bytes, 0, { steps: 1000 })).toThrow();
  });
});

it('a name of more pointers than a name has labels is an error', () => {
  const chain = (pointers: number) => {
    const start = name('a').length;
    const hops = Array.from({ length: pointers }, (_, index) => pointer(index === 0 ? 0 : start + 2 * (index - 1)));
    return readName(Buffer.concat([name('a'), ...hops]), start + 2 * (pointers - 1), { steps: 1000 });
  };
  expect(chain(126)).toEqual({ name: 'a', next: name('a').length + 2 * 126 });
  expect(() => chain(127)).toThrow('a compression pointer leads nowhere');
});

describe('what a crafted message can cost', () => {
  const elapsedReading = (packet: Buffer): { ms: number; error: string | null } => {
    const start = process.cpuUsage();
    let error: string | null = null;
    try {
      answerOf(readMessage(packet), QUESTION);
    } catch (thrown) {
      error = thrown instanceof Error ? thrown.message : 'thrown';
    }
    const used = process.cpuUsage(start);
    return { ms: (used.user + used.system) / 1000, error };
  };

  it('a long chain of pointers is refused', () => {
    const chain = [head(4000)];
    let at = head(4000).length;
    // A record whose owner is a pointer to the owner before it, and so on: reading the last one would take 4,000 hops.
    for (let index = 0; index < 4000; index += 1) {
      chain.push(record(pointer(index === 0 ? HEADER : at - 16), 1, Buffer.from([1, 2, 3, 4])));
      at += 16;
    }
    const packet = Buffer.concat(chain).subarray(0, 65_535);
    expect(elapsedReading(packet).error).toMatch(/pointer leads nowhere|too much work/);
  });

  it('many records with names of many labels are refused', () => {
    const long = name(...Array.from({ length: 120 }, () => 'a'));
    const packet = Buffer.concat([
      head(3000),
      record(long, 1, Buffer.from([1, 2, 3, 4])),
      ...Array.from({ length: 2999 }, () => record(pointer(head(0).length), 1, Buffer.from([1, 2, 3, 4]))),
    ]);
    expect(elapsedReading(packet).error).toMatch(/too much work/);
  });

  it('counts that cannot be true are refused', () => {
    expect(() => readMessage(head(65_535, 65_535, 65_535))).toThrow('too many records');
    expect(() => readMessage(head(0, 2049, 2048))).toThrow('too many records');
    expect(() => readMessage(head(3))).toThrow('cut off');
  });

  it('two thousand honest records are read', () => {
    const packet = Buffer.concat([
      head(2000),
      ...Array.from({ length: 2000 }, (_, index) =>
        record(pointer(HEADER), 1, Buffer.from([10, 0, index >> 8, index & 255])),
      ),
    ]);
    expect(answerOf(readMessage(packet), { name: 'example.com', type: 'A' }).records).toHaveLength(2000);
  });

  it('no mutation of a good message throws anything but an Error, or takes long', () => {
    const good = encode({
      type: 'response',
      id: 7,
      flags: 0x180,
      questions: [{ name: 'example.com', type: 'SRV' }],
      answers: [
        { type: 'CNAME', name: 'example.com', data: 'b.example.com', ttl: 1 },
        {
          type: 'SRV',
          name: 'b.example.com',
          data: { priority: 1, weight: 2, port: 3, target: 'c.example.com' },
          ttl: 2,
        },
        { type: 'A', name: 'b.example.com', data: '192.0.2.1', ttl: 3 },
        { type: 'AAAA', name: 'b.example.com', data: '2001:db8::1', ttl: 3 },
      ],
      authorities: [{ type: 'NS', name: 'example.com', data: 'ns.example.com', ttl: 4 }],
    });
    const next = lcg(20_261_125);
    let read = 0;
    let slowest = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const packet = Buffer.from(good.subarray(0, next(8) === 0 ? next(good.length) : good.length));
      for (let edit = next(8); edit >= 0 && packet.length > 0; edit -= 1)
        packet[next(packet.length)] = next(3) === 0 ? 0xc0 : next(256);
      const { ms, error } = packet.length < HEADER ? { ms: 0, error: null } : elapsedReading(packet);
      slowest = Math.max(slowest, ms);
      if (error === null) read += 1;
      else expect(error).not.toBe('thrown');
    }
    expect(read).toBeGreaterThan(100);
    // CPU time, not the clock; garbage collection and compiling are in it.
    expect(slowest).toBeLessThan(100);
  });
});

describe('record data', () => {
  it.each<[string, Buffer]>([
    ['an A record of 5 octets', record(pointer(HEADER), 1, Buffer.alloc(5))],
    ['an A record of 0 octets', record(pointer(HEADER), 1, Buffer.alloc(0))],
    ['an AAAA record of 4 octets', record(pointer(HEADER), 28, Buffer.alloc(4))],
    ['an SRV record that is too short', record(pointer(HEADER), 33, Buffer.alloc(6))],
    ['an SRV record whose length lies by two', record(pointer(HEADER), 33, srvData(name('a', 'b')), { length: 9 })],
    [
      'an SRV record with bytes behind its target',
      record(pointer(HEADER), 33, Buffer.concat([srvData(name('a')), Buffer.alloc(3)])),
    ],
    ['a record longer than the message', record(pointer(HEADER), 16, Buffer.from('a'), { length: 500 })],
  ])('%s is an error', (_what, bytes) => {
    expect(() => readMessage(Buffer.concat([head(1), bytes]))).toThrow();
  });

  it('of an OPT record is read as far as its options are whole', () => {
    const options = (...octets: number[]) =>
      readMessage(Buffer.concat([head(0, 0, 1), record(name(), 41, Buffer.from(octets))])).extendedErrors;
    expect(options(0, 15, 0, 2, 0, 22)).toEqual(['extended error 22, No Reachable Authority']);
    expect(options(0, 10, 0, 1, 7, 0, 15, 0, 3, 0, 6, 0x61)).toEqual(['extended error 6, DNSSEC Bogus: a']);
    expect(options(0, 15, 0, 50, 0)).toEqual([]);
    expect(options(0, 15, 0, 1, 0)).toEqual([]);
    expect(options(0, 15, 0)).toEqual([]);
  });

  it('of other types and classes is left out', () => {
    const packet = Buffer.concat([
      head(2),
      record(pointer(HEADER), 33, srvData(name('chaos')), { cls: 3 }),
      record(pointer(HEADER), 46, Buffer.from('a signature')),
    ]);
    expect(answerOf(readMessage(packet), QUESTION)).toMatchObject({ outcome: 'nodata' });
  });
});

describe('answersQuery', () => {
  const query = encodeQuery({ name: 'example.com', type: 'A' }, 0x1234, true);
  it('does not take a query for its answer, nor a question that is cut off', () => {
    expect(answersQuery(query, query)).toBe('no');
    const packet = Buffer.from(query);
    packet[2] = 0x81;
    expect(answersQuery(packet, query)).toBe('yes');
    expect(answersQuery(packet.subarray(0, 20), query)).toBe('no');
    packet[2] = 0x81 | 0x28;
    expect(answersQuery(packet, query)).toBe('no');
  });

  it('does not take an answer to more than our question', () => {
    const packet = Buffer.concat([query, query.subarray(12)]);
    packet[2] = 0x81;
    expect(answersQuery(packet, query)).toBe('yes');
    packet.writeUInt16BE(2, 4);
    expect(answersQuery(packet, query)).toBe('no');
  });
});

/** Numbers below `limit`, the same ones in every run. */
const lcg = (seed: number): ((limit: number) => number) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};
