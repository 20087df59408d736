import { getServers } from 'node:dns';
import { isIP } from 'node:net';

/** A resolver: where to send questions. `text` is `ip:port`, IPv6 in brackets. */
export interface DnsServer {
  readonly address: string;
  readonly port: number;
  readonly text: string;
}

const DNS_PORT = 53;

/**
 * The given resolvers, else the system's (resolv.conf or what the platform has, read by Node; entries that are no IP address are left out).
 * Throws a TypeError for a given one that `dnsServer` cannot read.
 */
export const dnsServers = (given: readonly string[] = []): readonly DnsServer[] =>
  given.length > 0 ? given.map(givenServer) : getServers().flatMap((text) => dnsServer(text) ?? []);

const givenServer = (text: string): DnsServer => {
  const server = dnsServer(text);
  if (server === null) {
    throw new TypeError(`not a resolver: ${JSON.stringify(text)}; expected an IP address, with or without a port`);
  }
  return server;
};

/** Reads `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:53`; null for anything else. */
export const dnsServer = (text: string): DnsServer | null => {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = isIP(text) === 6 ? text : (bracketed ?? plain ?? '');
  const port = digits === undefined ? DNS_PORT : Number(digits);
  const family = isIP(address);
  if (family === 0 || (family === 6) !== (plain === undefined) || port < 1 || port > 65_535) return null;
  return { address, port, text: family === 6 ? `[${address}]:${port}` : `${address}:${port}` };
};
