import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { canonicalIPv6, parseIPv6 } from './ipv6-text.js';

/** The kind of an address, in the words of the IANA special-purpose registries. `global` is what the public federation can reach. */
export interface AddressRange {
  readonly global: boolean;
  /** `private`, `loopback`, `link-local`, `documentation`, `carrier-grade NAT`, `unique local`, ...; `global` where it is. */
  readonly name: string;
}

/**
 * For IPv4 and IPv6 without brackets. IPv4 inside of IPv6 (mapped, compatible, translated, 6to4, NAT64, Teredo, ISATAP) must be global as well, and is
 * named where it is not. What is no address is not global, and named so.
 */
export const addressRange = (address: string): AddressRange => {
  if (isIPv4(address)) return rangeIn(IPV4_RANGES, ipaddr.IPv4.parse(address)) ?? GLOBAL;
  if (!isIPv6(address)) return { global: false, name: 'not an address' };
  const parsed = parseIPv6(address.replace(/%.*$/u, ''));
  const special = rangeIn(IPV6_RANGES, parsed);
  if (special !== undefined) return special;
  const closed = embeddedIPv4(parsed)
    .map(addressRange)
    .find(({ global }) => !global);
  if (closed !== undefined) return closed;
  if (JUDGED_INSIDE.some((prefix) => parsed.match(prefix))) return GLOBAL;
  if (parsed.match(IETF_ASSIGNMENTS)) return { global: false, name: 'IETF protocol assignments' };
  return parsed.match(GLOBAL_UNICAST) ? GLOBAL : { global: false, name: 'reserved' };
};

/** Compares addresses by value, not by spelling. An IPv4 address and its IPv4-mapped form are two. */
export const sameAddress = (left: string, right: string): boolean =>
  isIPv6(left) && isIPv6(right) ? canonicalIPv6(left) === canonicalIPv6(right) : left === right;

const GLOBAL: AddressRange = { global: true, name: 'global' };

/** Of IPv6, only this much is given out at all (IANA, "IPv6 Global Unicast Address Assignments"). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Addresses that are as global as the IPv4 address inside: mapped, NAT64, Teredo, 6to4. */
const JUDGED_INSIDE = ['::ffff:0:0/96', '64:ff9b::/96', '2001::/32', '2002::/16'].map((cidr) =>
  ipaddr.IPv6.parseCIDR(cidr),
);
/** Teredo is a part of it. */
const IETF_ASSIGNMENTS = ipaddr.IPv6.parseCIDR('2001::/23');

/**
 * IANA IPv4 Special-Purpose Address Registry, and multicast. AS112 and AMT are reachable, but anycast services live there, not servers.
 * The narrower range stands first.
 */
const IPV4_RANGES = table({
  'this network': ['0.0.0.0/8'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  'carrier-grade NAT': ['100.64.0.0/10'],
  loopback: ['127.0.0.0/8'],
  'link-local': ['169.254.0.0/16'],
  documentation: ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  'IETF protocol assignments': ['192.0.0.0/24'],
  AS112: ['192.31.196.0/24', '192.175.48.0/24'],
  'AMT relay': ['192.52.193.0/24'],
  '6to4 relay': ['192.88.99.0/24'],
  benchmarking: ['198.18.0.0/15'],
  multicast: ['224.0.0.0/4'],
  broadcast: ['255.255.255.255/32'],
  reserved: ['240.0.0.0/4'],
});

/** IANA IPv6 Special-Purpose Address Registry, multicast, and the deprecated site-local range; without those that hold an IPv4 address. */
const IPV6_RANGES = table({
  unspecified: ['::/128'],
  loopback: ['::1/128'],
  'local NAT64': ['64:ff9b:1::/48'],
  discard: ['100::/64', '100:0:0:1::/64'],
  benchmarking: ['2001:2::/48'],
  AS112: ['2001:4:112::/48', '2620:4f:8000::/48'],
  'AMT relay': ['2001:3::/32'],
  documentation: ['2001:db8::/32', '3fff::/20'],
  'segment routing': ['5f00::/16'],
  'unique local': ['fc00::/7'],
  'link-local': ['fe80::/10'],
  'site-local': ['fec0::/10'],
  multicast: ['ff00::/8'],
});

type Range = readonly [range: AddressRange, prefix: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

function table(cidrsByName: Readonly<Record<string, readonly string[]>>): readonly Range[] {
  return Object.entries(cidrsByName).flatMap(([name, cidrs]) =>
    cidrs.map((cidr): Range => [{ global: false, name }, ...ipaddr.parseCIDR(cidr)]),
  );
}

const rangeIn = (ranges: readonly Range[], address: ipaddr.IPv4 | ipaddr.IPv6): AddressRange | undefined =>
  ranges.find(([, prefix, bits]) => address.match(prefix, bits))?.[0];

/** The IPv4 addresses that transition mechanisms put into an IPv6 address, as dotted text: one mechanism may hold another, and Teredo has two. */
const embeddedIPv4 = (address: ipaddr.IPv6): readonly string[] => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, high = 0, low = 0] = address.parts;
  const last = dotted(high, low);
  const zeros = a === 0 && b === 0 && c === 0 && d === 0;
  const mapped = zeros && ((e === 0 && (f === 0 || f === 0xffff)) || (e === 0xffff && f === 0));
  const nat64 = a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0;
  const isatap = (e === 0 || e === 0x200) && f === 0x5efe;
  const teredo = a === 0x2001 && b === 0;
  return [
    ...(mapped || nat64 || isatap ? [last] : []),
    ...(a === 0x2002 ? [dotted(b, c)] : []),
    ...(teredo ? [dotted(high ^ 0xffff, low ^ 0xffff), dotted(c, d)] : []),
  ];
};

const dotted = (high: number, low: number): string => [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
