import {
  address,
  alias,
  type Behaviour,
  BROKEN,
  behaviour,
  type Expected,
  FOUND,
  NOTHING,
  type RecordSpec,
  says,
  UNCLEAR,
} from './behaviour.js';

const ADDRESS = '203.0.113.5';
const SOA: RecordSpec = { owner: 'example', type: 6, data: { hex: '0000'.padEnd(44, '0') } };
const code = (name: string, rcode: number, expected: Partial<Expected>): Behaviour =>
  behaviour(name, says({ rcode }), { outcome: 'other-rcode', ...UNCLEAR, ...expected });

/** A chain of so many aliases, with an address at its end. */
const chain = (length: number): RecordSpec[] => [
  ...Array.from({ length }, (_, index) => alias(index === 0 ? '@' : `n${index}.example`, `n${index + 1}.example`)),
  address(ADDRESS, { owner: `n${length}.example` }),
];
const chained = (length: number): Behaviour =>
  behaviour(`a chain of ${length} aliases`, says({ answers: chain(length) }), FOUND);
const tooLong = (length: number): Behaviour =>
  behaviour(`a chain of ${length} aliases`, says({ answers: chain(length) }), { ...BROKEN, remark: 'longer than 16' });
const gone = { outcome: 'nxdomain', records: [], finding: 'dns/host-resolves' } as const;

/** Response codes, aliases, and records that nobody asked for. */
export const answers: readonly Behaviour[] = [
  code('REFUSED', 5, { outcome: 'refused' }),
  code('SERVFAIL', 2, { outcome: 'servfail' }),
  code('NOTAUTH', 9, {}),
  code('YXDOMAIN', 6, {}),
  code('a code that nobody knows', 14, {}),
  behaviour(
    'SERVFAIL with an extended error that holds an escape',
    says({
      rcode: 2,
      additionals: [{ owner: '.', type: 41, class: 1232, ttl: 0, data: { hex: '000f000700061b5b33316d' } }],
    }),
    { outcome: 'servfail', ...UNCLEAR, remark: 'extended error 6, DNSSEC Bogus' },
  ),
  behaviour('REFUSED, a header alone', says({ rcode: 5, counts: [0, 0, 0, 0], cut: 12 }), {
    outcome: 'refused',
    ...UNCLEAR,
  }),
  behaviour('NXDOMAIN', says({ rcode: 3 }), gone),
  behaviour('NXDOMAIN with a SOA record', says({ rcode: 3, authorities: [SOA] }), gone),
  behaviour('NXDOMAIN with an address', says({ rcode: 3, answers: [address(ADDRESS)] }), gone),
  behaviour('no record', says({}), NOTHING),
  behaviour('no record, with a SOA record', says({ authorities: [SOA] }), NOTHING),
  behaviour('no record, from a server that does not resolve', says({ flags: 0x0100 }), {
    ...NOTHING,
    remark: 'no RA flag',
  }),
  behaviour('an alias of itself', says({ answers: [alias('@', '@')] }), { ...BROKEN, remark: 'leads back to' }),
  behaviour('two aliases of one another', says({ answers: [alias('@', 'b.example'), alias('b.example', '@')] }), {
    ...BROKEN,
    remark: 'leads back to',
  }),
  ...[1, 11, 12, 16].map(chained),
  ...[17, 64, 500].map(tooLong),
  behaviour('a chain in disorder', says({ answers: chain(5).reverse() }), FOUND),
  behaviour('an alias of a name that does not exist', says({ rcode: 3, answers: [alias('@', 'gone.example')] }), {
    ...gone,
    cnames: ['gone.example'],
  }),
  behaviour('an alias of the root', says({ answers: [alias('@', '.')] }), NOTHING),
  behaviour('an alias beside an address', says({ answers: [alias('@', 'b.example'), address(ADDRESS)] }), FOUND),
  behaviour(
    'two aliases of one name',
    says({
      answers: [
        alias('@', 'b.example'),
        alias('@', 'c.example'),
        address(ADDRESS, { owner: 'b.example' }),
        address('192.0.2.66', { owner: 'c.example' }),
      ],
    }),
    { ...FOUND, cnames: ['b.example'] },
  ),
  behaviour(
    'DNAME with the alias that follows from it',
    says({
      answers: [
        { owner: 'example', type: 39, data: { name: 'example.net' } },
        alias('@', 'hostile.example.net'),
        address(ADDRESS, { owner: 'hostile.example.net' }),
      ],
    }),
    FOUND,
  ),
  behaviour(
    'DNAME without it',
    says({ answers: [{ owner: 'example', type: 39, data: { name: 'example.net' } }] }),
    NOTHING,
  ),
  behaviour('addresses of other names', says({ answers: [address('192.0.2.66', { owner: 'bank.example' })] }), NOTHING),
  behaviour(
    'a name that only looks like the one that was asked',
    says({ answers: [address('192.0.2.66', { owner: { labels: ['hostile.example'] } })] }),
    NOTHING,
  ),
  behaviour(
    'addresses of the name in the other sections',
    says({ authorities: [address('192.0.2.66')], additionals: [address('192.0.2.66')] }),
    NOTHING,
  ),
  behaviour(
    'aliases of other names',
    says({
      answers: [
        alias('a.example', '@'),
        alias('b.example', 'c.example'),
        address('192.0.2.66', { owner: 'c.example' }),
      ],
    }),
    NOTHING,
  ),
];
