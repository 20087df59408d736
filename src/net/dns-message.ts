import { SocketAddress } from 'node:net';
import type { DnsType } from '../facts/dns.js';
import { type NameBudget, readName, skipName } from './dns-name.js';
import { extendedDnsError } from './extended-dns-error.js';

/** A record of the answer section, of the types that matter here. Names are in presentation form (`readName`), in lower case for owners. */
export type WireRecord = { readonly owner: string; readonly ttl: number } & (
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'CNAME' | 'NS'; readonly target: string }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
    }
);

export interface DnsMessage {
  /** With the upper bits from the OPT record, where there is one. */
  readonly rcode: number;
  readonly authoritative: boolean;
  readonly recursionAvailable: boolean;
  readonly authenticated: boolean;
  readonly answers: readonly WireRecord[];
  /** As text, ready to be shown (RFC 8914). */
  readonly extendedErrors: readonly string[];
}

/** Whether the TC flag is set: then nothing behind the header is worth reading. */
export const isTruncated = (packet: Buffer): boolean => (packet.readUInt16BE(2) & 0x0200) !== 0;

const TYPE_NAMES = { 1: 'A', 2: 'NS', 5: 'CNAME', 28: 'AAAA', 33: 'SRV' } as const satisfies Record<
  number,
  DnsType | 'CNAME'
>;
const OPT = 41;
const CLASS_IN = 1;
const MAX_RECORDS = 4096;
const NAME_STEPS = 20_000;

/**
 * Reads a response that `answersQuery` let through. dns-packet's decoder is not used here: it loses the borders between labels, believes
 * wrong lengths, and one crafted packet keeps it busy for hundreds of milliseconds. Throws an Error that says what is wrong.
 */
export const readMessage = (packet: Buffer): DnsMessage => {
  const flags = packet.readUInt16BE(2);
  const [questions, answers, authorities, additionals] = [4, 6, 8, 10].map((offset) => packet.readUInt16BE(offset)) as [
    number,
    number,
    number,
    number,
  ];
  const headerOnly = packet.length === 12;
  if (answers + authorities + additionals > MAX_RECORDS) throw new Error('it claims too many records');

  const budget: NameBudget = { steps: NAME_STEPS };
  let at = 12;
  for (let index = 0; !headerOnly && index < questions; index += 1) at = skipName(packet, at) + 4;

  const kept: WireRecord[] = [];
  const extendedErrors: string[] = [];
  let extendedRcode = 0;
  for (let index = 0; !headerOnly && index < answers + authorities + additionals; index += 1) {
    const record = recordAt(packet, at);
    if (index < answers) {
      const read = readRecord(packet, at, record, budget);
      if (read !== null) kept.push(read);
    } else if (index >= answers + authorities && record.type === OPT) {
      extendedRcode = record.ttl >>> 24;
      extendedErrors.push(...optionErrors(packet.subarray(record.dataAt, record.next)));
    }
    at = record.next;
  }
  return {
    rcode: (extendedRcode << 4) | (flags & 0xf),
    authoritative: (flags & 0x0400) !== 0,
    recursionAvailable: (flags & 0x0080) !== 0,
    authenticated: (flags & 0x0020) !== 0,
    answers: kept,
    extendedErrors,
  };
};

interface RecordFrame {
  readonly type: number;
  readonly class: number;
  readonly ttl: number;
  readonly dataAt: number;
  readonly next: number;
}

const recordAt = (packet: Buffer, offset: number): RecordFrame => {
  const at = skipName(packet, offset);
  if (at + 10 > packet.length) throw new Error('a record is cut off');
  const dataAt = at + 10;
  const next = dataAt + packet.readUInt16BE(at + 8);
  if (next > packet.length) throw new Error('a record is cut off');
  return {
    type: packet.readUInt16BE(at),
    class: packet.readUInt16BE(at + 2),
    ttl: packet.readUInt32BE(at + 4),
    dataAt,
    next,
  };
};

/** null for records of other types and classes. */
const readRecord = (packet: Buffer, offset: number, frame: RecordFrame, budget: NameBudget): WireRecord | null => {
  const type = TYPE_NAMES[frame.type as keyof typeof TYPE_NAMES] as
    | (typeof TYPE_NAMES)[keyof typeof TYPE_NAMES]
    | undefined;
  if (type === undefined || frame.class !== CLASS_IN) return null;
  // RFC 2181 8: a TTL with the highest bit set means zero.
  const ttl = frame.ttl > 0x7fffffff ? 0 : frame.ttl;
  const owner = readName(packet, offset, budget).name.toLowerCase();
  const data = packet.subarray(frame.dataAt, frame.next);
  const target = (at: number): string => {
    const { name, next } = readName(packet, at, budget);
    if (next !== frame.next) throw new Error(`the length of its ${type} record is wrong`);
    return name;
  };
  switch (type) {
    case 'A':
      if (data.length !== 4) throw new Error('the length of its A record is wrong');
      return { owner, ttl, type, address: data.join('.') };
    case 'AAAA':
      if (data.length !== 16) throw new Error('the length of its AAAA record is wrong');
      return { owner, ttl, type, address: ipv6Text(data) };
    case 'CNAME':
    case 'NS':
      return { owner, ttl, type, target: target(frame.dataAt) };
    case 'SRV':
      if (data.length < 7) throw new Error('the length of its SRV record is wrong');
      return {
        owner,
        ttl,
        type,
        priority: data.readUInt16BE(0),
        weight: data.readUInt16BE(2),
        port: data.readUInt16BE(4),
        target: target(frame.dataAt + 6),
      };
  }
};

const ipv6Text = (octets: Buffer): string => {
  const groups = Array.from({ length: 8 }, (_, index) => octets.readUInt16BE(index * 2).toString(16));
  return new SocketAddress({ family: 'ipv6', address: groups.join(':') }).address;
};

const EXTENDED_ERROR = 15;

const optionErrors = (options: Buffer): string[] => {
  const errors: string[] = [];
  for (let at = 0; at + 4 <= options.length; ) {
    const code = options.readUInt16BE(at);
    const length = options.readUInt16BE(at + 2);
    const data = options.subarray(at + 4, at + 4 + length);
    if (code === EXTENDED_ERROR && data.length === length && length >= 2) {
      errors.push(extendedDnsError(data.readUInt16BE(0), data.subarray(2).toString('utf8')));
    }
    at += 4 + length;
  }
  return errors;
};
