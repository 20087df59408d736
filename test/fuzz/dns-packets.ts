import type { Chance } from './chance.js';

/** A DNS response to `a.example`, by the wire format of RFC 1035, with chance in every place: names, pointers, types, lengths, counts. */
export const dnsPacket = (chance: Chance): Buffer => {
  if (chance.once(3000)) return pointerChain(chance);
  const records = chance.once(500) ? 2000 : chance.once(20) ? 60 : 8;
  const parts: Buffer[] = [Buffer.from('0161076578616d706c650000010001', 'hex')];
  let length = HEADER_OCTETS + (parts[0]?.length ?? 0);
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const counts = [0, 0, 0] as [number, number, number];
  for (let section = 0; section < 3; section += 1) {
    const most = section === 0 ? records : 3;
    const wanted = chance.below(most + 1);
    for (let index = 0; index < wanted && length < 65_000; index += 1) {
      add(record(chance, length));
      counts[section as 0 | 1 | 2] += 1;
    }
  }
  const header = Buffer.alloc(HEADER_OCTETS);
  header.writeUInt16BE(chance.below(0x10000), 0);
  header.writeUInt16BE(0x8180 | (chance.once(5) ? chance.below(0x10000) : 0), 2);
  header.writeUInt16BE(1, 4);
  counts.forEach((count, index) => {
    header.writeUInt16BE(chance.once(100) ? chance.below(0x10000) : count, 6 + 2 * index);
  });
  return Buffer.concat([header, ...parts]);
};

const HEADER_OCTETS = 12;
const TYPES = [1, 2, 5, 28, 33, 41, 6, 12, 15, 16, 39, 46, 64, 65, 255] as const;

const record = (chance: Chance, offset: number): Buffer => {
  const owner = name(chance, offset);
  const type = chance.once(30) ? chance.below(0x10000) : chance.pick(TYPES);
  const frame = Buffer.alloc(10);
  frame.writeUInt16BE(type, 0);
  frame.writeUInt16BE(chance.once(20) ? chance.below(0x10000) : 1, 2);
  frame.writeUInt32BE(chance.once(5) ? chance.below(0x100000000) : chance.below(86_400), 4);
  const data = dataOf(type, chance, offset + owner.length + frame.length);
  frame.writeUInt16BE(chance.once(60) ? chance.below(0x10000) : data.length, 8);
  return Buffer.concat([owner, frame, data]);
};

const dataOf = (type: number, chance: Chance, offset: number): Buffer => {
  if (chance.once(30)) return chance.bytes(chance.below(40));
  switch (type) {
    case 1:
      return chance.bytes(4);
    case 28:
      return chance.bytes(16);
    case 2:
    case 5:
    case 12:
    case 39:
      return name(chance, offset);
    case 33:
      return Buffer.concat([chance.bytes(6), name(chance, offset + 6)]);
    case 41:
      return Buffer.concat(chance.several(4, () => option(chance)));
    default:
      return chance.bytes(chance.below(60));
  }
};

const option = (chance: Chance): Buffer => {
  const text = chance.bytes(chance.below(chance.once(50) ? 3000 : 20));
  const head = Buffer.alloc(4);
  head.writeUInt16BE(chance.once(2) ? 15 : chance.below(20), 0);
  head.writeUInt16BE(chance.once(20) ? chance.below(0x10000) : text.length, 2);
  return Buffer.concat([head, text]);
};

/** Mostly the name of the question or labels of any octets, often with a pointer at the end, sometimes to nowhere. */
const name = (chance: Chance, offset: number): Buffer => {
  if (chance.once(3)) return Buffer.from([0xc0, HEADER_OCTETS]);
  const labels = chance.several(chance.once(40) ? 126 : 4, () => label(chance));
  const pointer = 0xc000 | chance.below(chance.once(20) ? 0x4000 : Math.min(offset, 0x4000));
  return Buffer.concat([...labels, chance.once(2) ? Buffer.from([pointer >> 8, pointer & 0xff]) : Buffer.from([0])]);
};

const label = (chance: Chance): Buffer => {
  const length = chance.once(30) ? chance.below(256) : 1 + chance.below(chance.once(10) ? 63 : 6);
  const octets = chance.once(4) ? chance.bytes(length) : Buffer.alloc(length, 97 + chance.below(26));
  return Buffer.concat([Buffer.from([length]), octets]);
};

/** 64 KiB of records that all lead over as many pointers, or labels, as there is room for. */
const pointerChain = (chance: Chance): Buffer => {
  const packet = Buffer.alloc(65_535);
  packet.writeUInt16BE(0x8180, 2);
  packet.writeUInt16BE(1, 4);
  Buffer.from('0000010001', 'hex').copy(packet, HEADER_OCTETS);
  const start = HEADER_OCTETS + 5;
  // A record that holds a ladder of pointers, each to the one before it, or one name of 127 labels.
  const ladder = chance.once(2) ? 2 * (1 + chance.below(8000)) : 255;
  Buffer.from('0000100001000000000000', 'hex').copy(packet, start);
  const ladderAt = start + 11;
  packet.writeUInt16BE(ladder, start + 9);
  for (let at = 0; at + 1 < ladder; at += 2) {
    packet.writeUInt16BE(
      ladder === 255 ? 0x0161 : at === 0 ? 0xc00c : 0xc000 | Math.min(0x3fff, ladderAt + at - 2),
      ladderAt + at,
    );
  }
  let at = ladderAt + ladder;
  let records = 1;
  const deepest = ladder === 255 ? ladderAt : Math.min(0x3ffe, ladderAt + 2 * chance.below(ladder / 2));
  for (; at + 16 <= packet.length; at += 16, records += 1) {
    packet.writeUInt16BE(0xc000 | (deepest & 0x3fff), at);
    packet.writeUInt16BE(chance.pick([1, 1, 5, 2]), at + 2);
    packet.writeUInt16BE(1, at + 4);
    packet.writeUInt16BE(4, at + 10);
  }
  packet.writeUInt16BE(Math.min(records, 1 + chance.below(5000)), 6);
  return packet.subarray(0, at);
};
