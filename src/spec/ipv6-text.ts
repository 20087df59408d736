import ipaddr from 'ipaddr.js';

/** The one text of an IPv6 address that RFC 5952 recommends, IPv4-mapped ones with a dotted tail; null where it is none. Without brackets. */
export const canonicalIPv6 = (address: string): string | null => {
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return null;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress() ? `::ffff:${parsed.toIPv4Address().toString()}` : parsed.toRFC5952String();
};
