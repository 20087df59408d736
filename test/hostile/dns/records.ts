import {
  address,
  type Behaviour,
  BROKEN,
  behaviour,
  FOUND,
  hexOf,
  type NameSpec,
  NOTHING,
  type RecordSpec,
  says,
  service,
} from './behaviour.js';

const ADDRESS = '203.0.113.5';
const listed = (name: string, ...addresses: string[]): Behaviour =>
  behaviour(name, says({ answers: addresses.map((text) => address(text)) }), { ...FOUND, records: addresses });
const wrongLength = (octets: number): Behaviour =>
  behaviour(`an address of ${octets} octets`, says({ answers: [{ type: 1, data: { hex: 'cb'.repeat(octets) } }] }), {
    ...BROKEN,
    remark: 'the length of its A record is wrong',
  });
const aged = (ttl: number, read: number): Behaviour =>
  behaviour(`a TTL of ${ttl}`, says({ answers: [address(ADDRESS, { ttl })] }), { ...FOUND, ttl: read });

const srv = (
  name: string,
  answers: readonly RecordSpec[],
  records: readonly string[] | number,
  finding: string | null,
) => behaviour(`SRV: ${name}`, says({ answers }), { outcome: 'answered', records, finding }, { type: 'SRV' });
const brokenSrv = (name: string, record: RecordSpec): Behaviour =>
  behaviour(`SRV: ${name}`, says({ answers: [record] }), { ...BROKEN, finding: 'srv/lookup-answers' }, { type: 'SRV' });
const target = (name: string, spec: NameSpec, shown: string, finding: string | null = 'dns/host-resolves') =>
  srv(name, [service(spec)], [shown], finding);

/** The records themselves. */
export const records: readonly Behaviour[] = [
  ...[0, 3, 5, 16].map(wrongLength),
  behaviour(
    'an IPv6 address of 4 octets',
    says({ answers: [{ type: 28, data: { hex: hexOf(ADDRESS) } }] }),
    { ...BROKEN, finding: 'dns/both-families-answer' },
    { type: 'AAAA' },
  ),
  behaviour(
    'an IPv4 address mapped into IPv6',
    says({ answers: [{ type: 28, data: { hex: `00000000000000000000ffff${hexOf('127.0.0.1')}` } }] }),
    { ...FOUND, records: ['::ffff:127.0.0.1'] },
    { type: 'AAAA' },
  ),
  aged(0, 0),
  aged(2 ** 31, 0),
  aged(2 ** 32 - 1, 0),
  behaviour('a record of class CH', says({ answers: [address('192.0.2.66', { class: 3 })] }), NOTHING),
  behaviour(
    '2,000 addresses',
    says({ answers: Array.from({ length: 2000 }, (_, index) => address(`203.0.${index >> 8}.${index & 255}`)) }),
    {
      ...FOUND,
      records: 2000,
      finding: 'dns/within-limits',
    },
  ),
  behaviour('one address 500 times', says({ answers: Array.from({ length: 500 }, () => address(ADDRESS)) }), {
    ...FOUND,
    records: 500,
  }),
  listed('a private address', '10.0.0.1'),
  listed('a public and a private address', ADDRESS, '192.168.1.1'),
  listed('0.0.0.0', '0.0.0.0'),
  listed('255.255.255.255', '255.255.255.255'),
  srv('no such service', [service('.', 0, 0, 0)], ['.'], 'srv/service-offered'),
  srv('port 0', [service('matrix.example', 0)], ['matrix.example'], 'srv/port-usable'),
  srv('an IP address in letters', [service('203.0.113.5')], ['203.0.113.5'], 'srv/target-is-host-name'),
  srv(
    '1,000 records',
    Array.from({ length: 1000 }, (_, index) => service(`n${index}.example`)),
    1000,
    'dns/within-limits',
  ),
  srv(
    'the same record twice',
    [service('matrix.example'), service('matrix.example')],
    ['matrix.example', 'matrix.example'],
    null,
  ),
  srv(
    'ties of weight 0',
    ['a.example', 'b.example', 'c.example'].map((name) => service(name, 8448, 10, 0)),
    ['a.example', 'b.example', 'c.example'],
    null,
  ),
  target('a target that points back at the question', '@', '@asked', null),
  target('an escape in the target', { labels: ['\u001b[31m', 'example'] }, '\\027[31m.example'),
  target('a dot within a label', { labels: ['matrix.example', 'org'] }, 'matrix\\.example.org'),
  target('NUL in the target', { labels: ['a\0b', 'example'] }, 'a\\000b.example'),
  target('0xFF in the target', { labels: ['\u00ff', 'example'] }, '\\255.example'),
  brokenSrv('a target that is cut off', { ...service({ hex: '09616263' }) }),
  brokenSrv('a record of 6 octets', { type: 33, data: { hex: '000a00052100' } }),
  brokenSrv('a length that is too small by two', { ...service('ab.example'), length: 16 }),
  brokenSrv('octets behind the target', service({ hex: '0161000000' })),
];
