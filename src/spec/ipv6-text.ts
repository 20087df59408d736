import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The one text of an IPv6 address that RFC 5952 recommends, IPv4-mapped ones with a dotted tail; null where it is none. Without brackets. */
export const canonicalIPv6 = (address: string): string | null => {
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return null;
  const parsed = parseIPv6(address);
  return parsed.isIPv4MappedAddress() ? `::ffff:${parsed.toIPv4Address().toString()}` : parsed.toRFC5952String();
};

/** Without brackets and zone. Throws for what is no IPv6 address. */
export const parseIPv6 = (address: string): ipaddr.IPv6 =>
  ipaddr.IPv6.parse(isIPv6(address) ? withoutDots(address) : address);

/** ipaddr.js takes the compatible address `::1.2.3.4` for the mapped one `::ffff:1.2.3.4`, but not `::102:304`. */
const withoutDots = (address: string): string =>
  address.replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_dotted, a: string, b: string, c: string, d: string) => `${group(a, b)}:${group(c, d)}`,
  );

const group = (high: string, low: string): string => (Number(high) * 256 + Number(low)).toString(16);
