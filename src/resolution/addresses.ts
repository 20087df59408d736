import { isIP } from 'node:net';
import type { DnsLookup, HostAddresses } from '../facts/dns.js';
import type { Net } from '../net/net.js';
import { canonicalIPv6 } from '../spec/ipv6-text.js';

/**
 * The addresses of a host, as it stands in a server name or a URL (IPv6 in brackets, perhaps with a final dot), for a connection to `port`.
 * A literal is its own address; where `--connect-to` names this host and port, DNS is not asked either.
 */
export const addressesOf = async (net: Net, host: string, port: number): Promise<HostAddresses> => {
  const name = bareHost(host);
  const override = net.connectTo(name, port);
  if (override !== undefined) return { ...nothingAsked(name), source: 'override', addresses: [override.address] };
  if (isIP(name) !== 0) return { ...nothingAsked(name), source: 'literal', addresses: [canonicalIPv6(name) ?? name] };

  const [a, aaaa] = await Promise.all([net.lookup(name, 'A'), net.lookup(name, 'AAAA')]);
  return {
    host: name,
    source: a.transport === 'override' || aaaa.transport === 'override' ? 'override' : 'dns',
    a,
    aaaa,
    addresses: [...new Set([a, aaaa].flatMap(addressesIn))],
  };
};

/** Without brackets and without the final dot: what DNS, TLS and certificates know the host by. */
export const bareHost = (host: string): string => host.replace(/^\[(.*)\]$/, '$1').replace(/(?<=.)\.$/, '');

/** How long finding the addresses took, in ms; null where nothing was asked. The two questions went out together. */
export const lookupMs = (host: HostAddresses): number | null =>
  host.a === null && host.aaaa === null ? null : Math.max(host.a?.ms ?? 0, host.aaaa?.ms ?? 0);

const nothingAsked = (host: string) => ({ host, a: null, aaaa: null }) as const;

const addressesIn = (lookup: DnsLookup): readonly string[] =>
  lookup.records.flatMap((record) => (record.type === 'A' || record.type === 'AAAA' ? [record.address] : []));
