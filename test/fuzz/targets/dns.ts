import { isIP } from 'node:net';
import { answerOf } from '../../../src/net/dns-answer.js';
import { type DnsMessage, isTruncated, readMessage } from '../../../src/net/dns-message.js';
import type { Chance } from '../chance.js';
import { dnsPacket } from '../dns-packets.js';
import { mutatedBytes } from '../mutations.js';
import { type FuzzTarget, hold } from '../target.js';

/** Answers of name servers, well made, badly made, and changed on the way. */
export const dnsTarget: FuzzTarget = {
  name: 'dns',
  limitMs: 5,
  weight: 6,
  attempt: (chance) => {
    const type = chance.pick(TYPES);
    const built = dnsPacket(chance);
    const packet = chance.once(2) ? built : readable(mutatedBytes(built, chance), chance);
    return { input: packet, run: () => readPacket(packet, { name: 'a.example', type }) };
  },
};

const TYPES = ['A', 'AAAA', 'SRV', 'NS'] as const;
const HEADER_OCTETS = 12;

/** The client throws away what has no whole header, before it is read. */
const readable = (packet: Buffer, chance: Chance): Buffer =>
  packet.length >= HEADER_OCTETS ? packet : Buffer.concat([packet, chance.bytes(HEADER_OCTETS - packet.length)]);

const readPacket = (packet: Buffer, question: Parameters<typeof answerOf>[1]): void => {
  isTruncated(packet);
  let message: DnsMessage;
  try {
    message = readMessage(packet);
  } catch (error) {
    // What is wrong with the packet is said in our own words.
    if (error instanceof Error && error.constructor === Error) return;
    throw error;
  }
  const answer = answerOf(message, question);
  for (const name of answer.cnames) holdName(name);
  for (const record of answer.records) {
    if ('address' in record) hold(isIP(record.address) !== 0, `address ${record.address}`);
    else holdName(record.target);
    hold(record.type === question.type, `a record of type ${record.type}`);
    hold(record.ttl >= 0 && record.ttl <= 0x7fffffff, `TTL ${record.ttl}`);
  }
  hold(answer.cnames.length <= 17, `${answer.cnames.length} aliases`);
  hold(answer.outcome !== 'answered' || answer.records.length > 0, 'answered without a record');
};

/** Printable ASCII, and as long as 255 octets can be with an escape for each. */
const holdName = (name: string): void => hold(/^[!-~]{1,1020}$/.test(name), `name ${JSON.stringify(name)}`);
