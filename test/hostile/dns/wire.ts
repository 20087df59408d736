import { address, type Behaviour, BROKEN, behaviour, FOUND, GOOD, hexOf, type MessageSpec, says } from './behaviour.js';

/** Of the first record, in an answer to a question for `hostile.example`. */
const ANSWER_AT = 12 + 17 + 4;
const pointer = (offset: number): string => (0xc000 + offset).toString(16);
/** Type A, class IN, a TTL of 300, and an address. */
const REST = `000100010000012c0004${hexOf('192.0.2.66')}`;

const broken = (name: string, message: MessageSpec, remark: string): Behaviour =>
  behaviour(name, says(message), { ...BROKEN, remark });
/** An answer whose only owner name is these octets. */
const owner = (name: string, hex: string, remark: string): Behaviour =>
  broken(name, { rawHex: `${hex}${REST}`, counts: [1, 1, 0, 0] }, remark);

/** Each owner a pointer to the owner before it: the last of them takes as many hops as there are records. */
const pointerChain = (count: number): MessageSpec => ({
  rawHex: Array.from(
    { length: count },
    (_, index) => `${pointer(index === 0 ? 12 : ANSWER_AT + 16 * (index - 1))}${REST}`,
  ).join(''),
  counts: [1, count, 0, 0],
});
/** 4,000 pointers in a row in the data of one record, and many records that start at the last of them. */
const hops = (): MessageSpec => {
  const count = 4000;
  const dataAt = ANSWER_AT + 2 + 10;
  const chain = Array.from({ length: count }, (_, index) => pointer(index === 0 ? 12 : dataAt + 2 * (index - 1))).join(
    '',
  );
  const length = (2 * count).toString(16).padStart(4, '0');
  return {
    rawHex: `${pointer(12)}00100001000000ff${length}${chain}${`${pointer(dataAt + 2 * (count - 1))}${REST}`.repeat(2000)}`,
    counts: [1, 2001, 0, 0],
  };
};
/** The longest name in as many records as fit. */
const manyLabels = (): MessageSpec => ({
  rawHex: `${'0161'.repeat(126)}00${REST}${`${pointer(ANSWER_AT)}${REST}`.repeat(3900)}`,
  counts: [1, 3901, 0, 0],
});

/** Messages that cannot be read, and those made to cost time. */
export const wire: readonly Behaviour[] = [
  owner('a pointer to itself', pointer(ANSWER_AT), 'a compression pointer leads nowhere'),
  owner('a pointer forwards', pointer(ANSWER_AT + 40), 'a compression pointer leads nowhere'),
  owner('a pointer beyond the end', 'ffff', 'a compression pointer leads nowhere'),
  owner('a pointer into the header', pointer(2), 'a label has an unknown type'),
  owner('a label of type 01', '4161', 'a label has an unknown type'),
  owner('a label of type 10', '8161', 'a label has an unknown type'),
  owner('a name of 256 octets', `${`3f${'61'.repeat(63)}`.repeat(4)}00`, 'a name is longer than 255 octets'),
  owner('a name of 4,000 labels', `${'0161'.repeat(4000)}00`, 'a name is longer than 255 octets'),
  broken('a chain of pointers through 3,000 records', pointerChain(3000), 'a compression pointer leads nowhere'),
  behaviour('4,000 hops, 2,000 times, over TCP', says({ flags: 0x0380 }), BROKEN, { tcp: says(hops()) }),
  behaviour(
    '127 labels in 3,900 records, over TCP',
    says({ flags: 0x0380 }),
    { ...BROKEN, remark: 'too much work' },
    { tcp: says(manyLabels()) },
  ),
  broken('65,535 records of each kind', { ...GOOD, counts: [1, 65_535, 65_535, 65_535] }, 'it claims too many records'),
  broken('one record more than there are', { ...GOOD, counts: [1, 3, 0, 0] }, 'cut off'),
  behaviour(
    'one record more than it says',
    says({ answers: [address('203.0.113.5'), address('192.0.2.66')], counts: [1, 1, 0, 0] }),
    FOUND,
  ),
  behaviour('octets behind the last record', says({ ...GOOD, tailHex: 'ff'.repeat(300) }), FOUND),
  broken('a record whose data goes over the end', { answers: [address('203.0.113.5', { length: 500 })] }, 'cut off'),
  broken('a name that goes over the end', { rawHex: '3f61', counts: [1, 1, 0, 0] }, 'cut off'),
  broken('half a pointer', { rawHex: 'c0', counts: [1, 1, 0, 0] }, 'cut off'),
  broken('a message that ends within a record', { ...GOOD, cut: ANSWER_AT + 9, additionals: [] }, 'cut off'),
  broken('no record where one is announced', { counts: [1, 1, 0, 0], additionals: [] }, 'cut off'),
  broken(
    'an unreadable record behind a good one',
    { ...GOOD, additionals: [], tailHex: `4161${REST}`, counts: [1, 2, 0, 0] },
    'unknown type',
  ),
  broken('a broken additional section', { ...GOOD, additionals: [], tailHex: 'c00c', counts: [1, 1, 0, 1] }, 'cut off'),
];
