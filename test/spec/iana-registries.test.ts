import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { addressRange } from '../../src/spec/address-range.js';

/** The column "Globally Reachable"; `inside`: judged here by the IPv4 address inside (there N/A, False for mapped ones, True for NAT64). */
type Reachable = true | false | 'inside';

/** IANA IPv4 and IPv6 Special-Purpose Address Registries, as of 2025: every block. */
const REGISTRY: readonly (readonly [block: string, reachable: Reachable])[] = [
  ['0.0.0.0/8', false],
  ['0.0.0.0/32', false],
  ['10.0.0.0/8', false],
  ['100.64.0.0/10', false],
  ['127.0.0.0/8', false],
  ['169.254.0.0/16', false],
  ['172.16.0.0/12', false],
  ['192.0.0.0/24', false],
  ['192.0.0.0/29', false],
  ['192.0.0.8/32', false],
  ['192.0.0.9/32', true],
  ['192.0.0.10/32', true],
  ['192.0.0.170/32', false],
  ['192.0.0.171/32', false],
  ['192.0.2.0/24', false],
  ['192.31.196.0/24', true],
  ['192.52.193.0/24', true],
  ['192.88.99.0/24', 'inside'],
  ['192.168.0.0/16', false],
  ['192.175.48.0/24', true],
  ['198.18.0.0/15', false],
  ['198.51.100.0/24', false],
  ['203.0.113.0/24', false],
  ['240.0.0.0/4', false],
  ['255.255.255.255/32', false],
  ['::1/128', false],
  ['::/128', false],
  ['::ffff:0:0/96', 'inside'],
  ['64:ff9b::/96', 'inside'],
  ['64:ff9b:1::/48', false],
  ['100::/64', false],
  ['100:0:0:1::/64', false],
  ['2001::/23', false],
  ['2001::/32', 'inside'],
  ['2001:1::1/128', true],
  ['2001:1::2/128', true],
  ['2001:1::3/128', true],
  ['2001:2::/48', false],
  ['2001:3::/32', true],
  ['2001:4:112::/48', true],
  ['2001:10::/28', false],
  ['2001:20::/28', true],
  ['2001:30::/28', true],
  ['2001:db8::/32', false],
  ['2002::/16', 'inside'],
  ['2620:4f:8000::/48', true],
  ['3fff::/20', false],
  ['5f00::/16', false],
  ['fc00::/7', false],
  ['fe80::/10', false],
];

/**
 * Reachable, and still not where a server can live: anycast services (PCP, TURN, DNS-SD, AS112, AMT) and identifiers that are no locators
 * (ORCHIDv2, drones). A homeserver there is a mistake.
 */
const NO_SERVERS = [
  ['192.0.0.9/32', '192.0.0.10/32', '192.31.196.0/24', '192.52.193.0/24', '192.175.48.0/24'],
  ['2001:1::1/128', '2001:1::2/128', '2001:1::3/128', '2001:3::/32', '2001:4:112::/48', '2620:4f:8000::/48'],
  ['2001:20::/28', '2001:30::/28'],
].flat();

/** Its first and last address, and two between, as text. */
const samples = (block: string): readonly string[] => {
  const [prefix, bits] = ipaddr.parseCIDR(block);
  const bytes = prefix.toByteArray();
  const filled = (fill: number) =>
    ipaddr.fromByteArray(bytes.map((byte, index) => byte | (fill & hostBits(bits - index * 8)))).toString();
  return [0x00, 0x55, 0xaa, 0xff].map(filled);
};

/** Which bits of a byte are not of the prefix, of which so many are left. */
const hostBits = (left: number): number => 0xff >> Math.min(8, Math.max(0, left));

/** The addresses before the first one of a block and after its last. */
const neighbours = (block: string): readonly string[] => {
  const [prefix, bits] = ipaddr.parseCIDR(block);
  const width = isIPv6(prefix.toString()) ? 128 : 32;
  const first = prefix.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const after = first + (1n << BigInt(width - bits));
  return [first - 1n, after]
    .filter((value) => value >= 0n && value < 1n << BigInt(width))
    .map((value) =>
      ipaddr
        .fromByteArray(
          Array.from({ length: width / 8 }, (_, index) => Number((value >> BigInt(width - 8 - index * 8)) & 0xffn)),
        )
        .toString(),
    );
};

describe('the IANA special-purpose registries', () => {
  it.each(REGISTRY.filter(([, reachable]) => reachable === false))('%s is not globally reachable', (block) => {
    const inner = REGISTRY.filter(([other, reachable]) => other !== block && reachable !== false).map(([other]) =>
      ipaddr.parseCIDR(other),
    );
    const judged = samples(block).filter(
      (address) => !inner.some(([prefix, bits]) => isIn(ipaddr.parse(address), prefix, bits)),
    );
    expect(judged).not.toEqual([]);
    for (const address of judged) expect(addressRange(address).global, address).toBe(false);
  });

  it.each(NO_SERVERS)('%s is reachable there, but nothing that a server could have', (block) => {
    expect(REGISTRY).toContainEqual([block, true]);
    for (const address of samples(block)) expect(addressRange(address).global, address).toBe(false);
  });

  it('has no other reachable block', () => {
    expect(
      REGISTRY.filter(([, reachable]) => reachable === true)
        .map(([block]) => block)
        .toSorted(),
    ).toEqual(NO_SERVERS.toSorted());
  });

  it.each([
    ['10.0.0.0/8', ['9.255.255.255', '11.0.0.0']],
    ['100.64.0.0/10', ['100.63.255.255', '100.128.0.0']],
    ['127.0.0.0/8', ['126.255.255.255', '128.0.0.0']],
    ['169.254.0.0/16', ['169.253.255.255', '169.255.0.0']],
    ['172.16.0.0/12', ['172.15.255.255', '172.32.0.0']],
    ['192.0.0.0/24', ['191.255.255.255', '192.0.1.0']],
    ['192.0.2.0/24', ['192.0.1.255', '192.0.3.0']],
    ['192.88.99.0/24', ['192.88.98.255', '192.88.100.0']],
    ['192.168.0.0/16', ['192.167.255.255', '192.169.0.0']],
    ['198.18.0.0/15', ['198.17.255.255', '198.20.0.0']],
    ['198.51.100.0/24', ['198.51.99.255', '198.51.101.0']],
    ['203.0.113.0/24', ['203.0.112.255', '203.0.114.0']],
    ['2001::/23', ['2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2001:200::']],
    ['2001:db8::/32', ['2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db9::']],
    ['2620:4f:8000::/48', ['2620:4f:7fff:ffff:ffff:ffff:ffff:ffff', '2620:4f:8001::']],
    ['3fff::/20', ['3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '3fff:1000::']],
  ] as const)('the addresses beside %s are global', (block, beside) => {
    expect(neighbours(block)).toEqual(beside);
    for (const address of beside) expect(addressRange(address), address).toEqual({ global: true, name: 'global' });
  });

  it.each(['::ffff:', '64:ff9b::', '2a00:1450::5efe:'])('%sa.b.c.d is as reachable as a.b.c.d', (prefix) => {
    const blocks = REGISTRY.map(([block]) => block).filter((block) => !block.includes(':'));
    for (const address of [...blocks, '8.8.8.8/32', '203.0.114.0/24'].flatMap(samples))
      expect(addressRange(`${prefix}${address}`), address).toEqual(addressRange(address));
  });
});

const isIn = (address: ipaddr.IPv4 | ipaddr.IPv6, prefix: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean =>
  address.kind() === prefix.kind() && address.match(prefix, bits);
