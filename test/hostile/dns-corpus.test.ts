import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from '../../src/net/dns-answer.js';
import { isTruncated, readMessage } from '../../src/net/dns-message.js';
import { isAskableName } from '../../src/net/dns-name.js';
import { answersQuery, encodeQuery } from '../../src/net/dns-question.js';
import { corpusPath } from '../corpora.js';

const HEADER = 12;
/** CPU time for one message. */
const MOST_MS = 5;
const archive = corpusPath('dns-packets.tar.gz');
if (archive === null) console.log('skipped: the DNS messages of CZ-NIC/dns-fuzzing are not beside the project');

/** CPU time of this process, in ms. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe.skipIf(archive === null)('the DNS messages of CZ-NIC/dns-fuzzing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dns-corpus-'));
  const packets: { readonly file: string; readonly packet: Buffer }[] = [];
  beforeAll(() => {
    execFileSync('tar', ['-xzf', archive ?? '', '-C', folder]);
    for (const file of readdirSync(join(folder, 'packet'))) {
      packets.push({ file, packet: readFileSync(join(folder, 'packet', file)) });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read, or refused with a reason, each quickly', () => {
    const query = encodeQuery({ name: 'example.com', type: 'A' }, 1, true);
    const reasons = new Map<string, number>();
    let read = 0;
    let records = 0;
    let alike = 0;
    const slow: string[] = [];
    const differing: string[] = [];
    for (const { file, packet } of packets) {
      answersQuery(packet, query);
      if (packet.length < HEADER || isTruncated(packet)) continue;
      // The best of three: whatever else this machine does makes a message slower, and never faster.
      const times = [1, 2, 3].map(() => {
        const start = cpuMs();
        const outcome = reading(packet);
        return { ms: cpuMs() - start, outcome };
      });
      const outcome = times[0]?.outcome ?? 'unread';
      if (Math.min(...times.map(({ ms }) => ms)) >= MOST_MS) slow.push(file);
      if (typeof outcome === 'string') reasons.set(outcome, (reasons.get(outcome) ?? 0) + 1);
      else {
        read += 1;
        records += outcome.answers.length;
        const others = addressesByDnsPacket(packet);
        if (others !== null) {
          alike += 1;
          const own = outcome.answers.flatMap((record) => (record.type === 'A' ? [record.address] : []));
          if (own.join() !== others.join()) differing.push(file);
        }
        for (const { owner, type } of outcome.answers) {
          const name = isAskableName(owner) ? owner : 'example.com';
          const answer = answerOf(outcome, { name, type: type === 'CNAME' ? 'A' : type });
          if (answer.records.length > outcome.answers.length) differing.push(file);
        }
      }
    }
    const refused = [...reasons.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `${packets.length} DNS messages: ${read} read, with ${records} records, ${refused} refused, for ${reasons.size} reasons`,
    );
    expect(packets.length).toBeGreaterThan(9000);
    expect(read + refused).toBeGreaterThan(9000);
    expect(slow).toEqual([]);
    expect(differing).toEqual([]);
    expect(alike).toBeGreaterThan(1000);
    expect(
      [...reasons.keys()].every((reason) => /^(a|its|it|the|half) [a-z]/.test(reason)),
      [...reasons.keys()].join('; '),
    ).toBe(true);
  }, 60_000);
});

/** The A records of the answer section as another decoder reads them; null where that one gives up. */
const addressesByDnsPacket = (packet: Buffer): readonly string[] | null => {
  try {
    return (decode(packet).answers ?? []).flatMap((record) =>
      record.type === 'A' && record.class === 'IN' ? [record.data] : [],
    );
  } catch {
    return null;
  }
};

/** The message, or why it cannot be read. Throws what is no Error. */
const reading = (packet: Buffer): ReturnType<typeof readMessage> | string => {
  try {
    return readMessage(packet);
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) return error.message;
    throw error;
  }
};
