/** Addresses that are not globally reachable: of each range one, and IPv4 inside of IPv6 in every way that there is. */
const CLOSED_IPV4 = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.1.2.3',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
] as const;

const CLOSED_IPV6 = [
  '::',
  '::1',
  '0:0:0:0:0:0:0:1',
  'fd00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
  '3fff::1',
  '5f00::1',
  // Mapped, written in three ways.
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:FFFF:0A00:0001',
  // Compatible, translated (RFC 2765).
  '::127.0.0.1',
  '::ffff:0:10.0.0.1',
  // 6to4.
  '2002:7f00:1::1',
  '2002:a9fe:a9fe::',
  // NAT64: the well-known prefix, and the one for local use.
  '64:ff9b::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::10.0.0.1',
  // Teredo: the client is 10.0.0.1; the server is 127.0.0.1.
  '2001:0:808:808::f5ff:fffe',
  '2001:0:7f00:1::f7f7:f7f7',
  // ISATAP in a public prefix.
  '2a00:1450::5efe:192.168.0.1',
  '2a00:1450::200:5efe:10.0.0.1',
] as const;

export const CLOSED_ADDRESSES: readonly string[] = [...CLOSED_IPV4, ...CLOSED_IPV6];

/** What some parsers take for 127.0.0.1 or 169.254.169.254, and Matrix for a DNS name, or for nothing at all. */
export const ODD_SPELLINGS = [
  '0177.0.0.1',
  '0x7f.0.0.1',
  '0x7f000001',
  '2130706433',
  '127.1',
  '127.0.1',
  '127.000.000.001',
  '127.0.0.1.',
  '\u2460\u2461\u2466.0.0.1',
  '127\u30020\u30020\u30021',
  '%31%32%37.0.0.1',
  '0xa9.0xfe.0xa9.0xfe',
  'localhost',
  '[::1%25lo]',
  '[::ffff:0177.0.0.1]',
] as const;
