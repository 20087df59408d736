import type { Chance } from './chance.js';

/** A DNS response to `a.example`, by the wire format of RFC 1035, with chance in every place: names, pointers, types, lengths, counts. */
export const dnsPacket = (chance: Chance): Buffer => {
  if (chance.once(3000)) return pointerChain(chance);
  const records = chance.once(500) ? 2000 : chance.once(20) ? 60 : 8;
  const packet = newPacket();
  packet.put16(chance.below(0x10000));
  packet.put16(0x8180 | (chance.once(5) ? chance.below(0x10000) : 0));
  packet.put16(1);
  for (let section = 0; section < 3; section += 1) packet.put16(0);
  for (const octet of QUESTION) packet.put(octet);
  for (let section = 0; section < 3; section += 1) {
    const wanted = chance.below((section === 0 ? records : 3) + 1);
    let count = 0;
    for (; count < wanted && packet.length() < MOST_OCTETS; count += 1) putRecord(packet, chance);
    packet.set16(chance.once(100) ? chance.below(0x10000) : count, 6 + 2 * section);
  }
  return packet.bytes();
};

const HEADER_OCTETS = 12;
const QUESTION = Buffer.from('0161076578616d706c650000010001', 'hex');
const MOST_OCTETS = 60_000;
const TYPES = [1, 2, 5, 28, 33, 41, 6, 12, 15, 16, 39, 46, 64, 65, 255] as const;

/** Octets one after the other: making millions of small buffers would take most of the time. */
const newPacket = () => {
  let length = 0;
  const put = (octet: number): void => {
    room[length] = octet;
    length += 1;
  };
  return {
    put,
    put16: (value: number): void => {
      put(value >> 8);
      put(value & 0xff);
    },
    set16: (value: number, at: number): void => {
      room.writeUInt16BE(value, at);
    },
    length: () => length,
    bytes: () => Buffer.from(room.subarray(0, length)),
  };
};

/** A record begins below `MOST_OCTETS` and is shorter than the rest. */
const room = Buffer.alloc(MOST_OCTETS + 40_000);

type Packet = ReturnType<typeof newPacket>;

const putRecord = (packet: Packet, chance: Chance): void => {
  putName(packet, chance);
  const type = chance.once(30) ? chance.below(0x10000) : chance.pick(TYPES);
  packet.put16(type);
  packet.put16(chance.once(20) ? chance.below(0x10000) : 1);
  packet.put16(chance.once(5) ? chance.below(0x10000) : 0);
  packet.put16(chance.below(0x10000));
  const lengthAt = packet.length();
  packet.put16(0);
  putData(type, packet, chance);
  packet.set16(chance.once(60) ? chance.below(0x10000) : packet.length() - lengthAt - 2, lengthAt);
};

const putData = (type: number, packet: Packet, chance: Chance) => {
  if (chance.once(30)) return putBytes(chance.below(40), packet, chance);
  switch (type) {
    case 1:
      return putBytes(4, packet, chance);
    case 28:
      return putBytes(16, packet, chance);
    case 2:
    case 5:
    case 12:
    case 39:
      return putName(packet, chance);
    case 33:
      putBytes(6, packet, chance);
      return putName(packet, chance);
    case 41:
      for (let options = chance.below(5); options > 0; options -= 1) putOption(packet, chance);
      return;
    default:
      return putBytes(chance.below(60), packet, chance);
  }
};

const putBytes = (count: number, packet: Packet, chance: Chance): void => {
  for (let left = count; left > 0; left -= 1) packet.put(chance.below(256));
};

const putOption = (packet: Packet, chance: Chance): void => {
  const length = chance.below(chance.once(50) ? 3000 : 20);
  packet.put16(chance.once(2) ? 15 : chance.below(20));
  packet.put16(chance.once(20) ? chance.below(0x10000) : length);
  putBytes(length, packet, chance);
};

/** Mostly the name of the question or labels of any octets, often with a pointer at the end, sometimes to nowhere. */
const putName = (packet: Packet, chance: Chance) => {
  if (chance.once(3)) return packet.put16(0xc000 | HEADER_OCTETS);
  const offset = packet.length();
  for (let labels = chance.below(chance.once(40) ? 127 : 5); labels > 0; labels -= 1) putLabel(packet, chance);
  if (chance.once(2)) packet.put16(0xc000 | chance.below(chance.once(20) ? 0x4000 : Math.min(offset, 0x4000)));
  else packet.put(0);
};

const putLabel = (packet: Packet, chance: Chance) => {
  const length = chance.once(30) ? chance.below(256) : 1 + chance.below(chance.once(10) ? 63 : 6);
  packet.put(length);
  if (chance.once(4)) return putBytes(length, packet, chance);
  const letter = 97 + chance.below(26);
  for (let left = length; left > 0; left -= 1) packet.put(letter);
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
