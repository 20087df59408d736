import { describe, expect, it } from 'vitest';
import { fast } from '../../../src/checks/client/fast.js';
import { ipv4Present } from '../../../src/checks/client/ipv4-present.js';
import { noPrivateAddresses } from '../../../src/checks/client/no-private-addresses.js';
import { notInsideOnly } from '../../../src/checks/client/not-inside-only.js';
import { notLongCached } from '../../../src/checks/client/not-long-cached.js';
import { publicAddresses } from '../../../src/checks/client/public-addresses.js';
import type { HostAddresses } from '../../../src/facts/dns.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { seen } from '../../../src/facts/observation.js';
import { clientFacts, clientFile, failing, fileFacts, HEADERS, say, versionsFacts } from '../client-facts.js';
import { host, lookup, SETTING } from '../healthy-facts.js';

const hosts = (web: HostAddresses, homeserver: HostAddresses) =>
  clientFacts(
    {
      file: { ...clientFile([]), host: web },
      homeserver: seen({ baseUrl: 'https://matrix.example.com', addresses: homeserver, versions: [] }),
    },
    { setting: { ...SETTING, allowPrivate: false } },
  );
const PUBLIC = host('example.com', ['9.9.9.9', '2620:fe::fe']);
const INSIDE = host('matrix.example.com', ['192.168.1.10', 'fd00::10']);
const MIXED = host('matrix.example.com', ['9.9.9.10', '192.168.1.10']);

describe('client/public-addresses and client/no-private-addresses', () => {
  it('tell a host that is inside from one that is partly so', () => {
    expect(say(publicAddresses, hosts(PUBLIC, INSIDE))).toEqual([
      'fail: Clients find no address of the public Internet for matrix.example.com, only 192.168.1.10 (private) and fd00::10 (unique local)',
    ]);
    expect(say(noPrivateAddresses, hosts(PUBLIC, INSIDE))).toEqual(['pass']);
    expect(say(publicAddresses, hosts(PUBLIC, MIXED))).toEqual(['pass']);
    expect(say(noPrivateAddresses, hosts(PUBLIC, MIXED))).toEqual([
      'pass',
      'fail: matrix.example.com also has an address that cannot be reached from the Internet: 192.168.1.10 (private)',
    ]);
  });

  it('is a warning where this machine is inside as well', () => {
    const facts = clientFacts({}, { setting: { ...SETTING, allowPrivate: false } });
    expect(say(publicAddresses, facts)).toEqual(['pass']);
    expect(say(notInsideOnly, facts)).toEqual([
      expect.stringMatching(/^fail: From here clients reach example\.com and matrix\.example\.com, but only at/),
    ]);
    expect(say(notInsideOnly, hosts(PUBLIC, INSIDE))).toEqual(['pass']);
  });

  it('are one finding where both hosts are inside', () => {
    const both = hosts({ ...INSIDE, host: 'example.com', addresses: ['10.0.0.5'] }, INSIDE);
    expect(say(publicAddresses, both)).toEqual([
      'fail: Clients find no address of the public Internet for example.com and matrix.example.com, only 10.0.0.5 (private), 192.168.1.10 (private) and fd00::10 (unique local)',
    ]);
    expect(say(noPrivateAddresses, both)).toEqual([
      'not-applicable: there is no public address beside which another could stand',
    ]);
  });

  it('judge a host once, and none that the user overrode', () => {
    const same = { ...INSIDE, host: 'example.com' };
    expect(say(publicAddresses, hosts(same, same))).toHaveLength(1);
    expect(say(publicAddresses, hosts(PUBLIC, { ...INSIDE, source: 'override' }))).toEqual(['pass']);
  });

  it('are off where such addresses are meant', () => {
    const facts = { ...hosts(PUBLIC, INSIDE), setting: SETTING };
    for (const check of [publicAddresses, notInsideOnly, noPrivateAddresses]) {
      expect(say(check, facts)).toEqual(['not-applicable: --allow-private: such addresses are meant here']);
    }
  });
});

describe('client/fast', () => {
  it('counts every phase', () => {
    const facts = fileFacts({ firstByteMs: 4_997 });
    expect(say(fast, facts)).toEqual(['fail: The client file takes 5.0 s, longer than Element waits']);
    expect(failing(fast, facts).evidence).toContainEqual({
      label: '203.0.113.5:443',
      value: 'the client file: 5001 ms',
    });
    expect(say(fast, fileFacts({ firstByteMs: 4_990 }))).toEqual(['pass']);
  });

  it('looks at the versions too', () => {
    expect(say(fast, versionsFacts({ firstByteMs: 6_000 }))).toEqual([
      'fail: https://matrix.example.com/_matrix/client/versions takes 6.0 s, longer than Element waits',
    ]);
  });
});

describe('client/ipv4-present', () => {
  it('warns of a host that only IPv6 reaches', () => {
    expect(say(ipv4Present, clientFacts())).toEqual(['pass']);
    const web = host('example.com', ['2620:fe::fe']);
    const homeserver = { ...PUBLIC, host: 'matrix.example.com' };
    expect(say(ipv4Present, hosts(web, homeserver))).toEqual([
      'fail: Clients find no IPv4 address for example.com, only 2620:fe::fe',
    ]);
    const unclear = { ...web, a: lookup('example.com', 'A', 'servfail') };
    expect(say(ipv4Present, hosts(unclear, homeserver))).toEqual([
      'not-tested: DNS gives no clear answer for the A records of example.com',
    ]);
  });
});

describe('client/not-long-cached', () => {
  const kept = (...headers: readonly HeaderLine[]) => fileFacts({ headers: [...HEADERS, ...headers] });

  it.each<[HeaderLine[], string]>([
    [[['Cache-Control', 'public, max-age=604800']], 'may be kept for 7 days'],
    [[['Cache-Control', 'max-age=172800, immutable']], 'says that it never changes (immutable) for 2 days'],
    [
      [
        ['Cache-Control', 'max-age=3600'],
        ['Age', '400000'],
      ],
      'comes from a cache that has had it for 4 days',
    ],
  ])('%j', (headers, words) => {
    expect(say(notLongCached, kept(...headers))).toEqual([`fail: The client file ${words}`]);
  });

  it.each<[HeaderLine[]]>([
    [[]],
    [[['Cache-Control', 'max-age=86400']]],
    [[['Cache-Control', 'no-store']]],
    [
      [
        ['Cache-Control', 'max-age=600, s-maxage=300000'],
        ['Age', '299999'],
      ],
    ],
    [
      [
        ['Cache-Control', 'max-age=600, stale-while-revalidate=400000'],
        ['Age', '350000'],
      ],
    ],
  ])('%j is fine', (headers) => {
    expect(say(notLongCached, kept(...headers))).toEqual(['pass']);
  });
});
