import { isIP } from 'node:net';
import type { DnsLookup, DnsType } from '../facts/dns.js';
import type { Overrides } from '../facts/facts.js';

/** What `--resolve` says of a host, as a lookup: the given addresses of the asked family, or nodata. Undefined where nothing was said. */
export const resolveOverride = (resolve: Overrides['resolve'], name: string, type: DnsType): DnsLookup | undefined => {
  if (type !== 'A' && type !== 'AAAA') return undefined;
  const given = resolve.filter(({ host }) => bareName(host) === bareName(name));
  if (given.length === 0) return undefined;
  const addresses = given.map(({ address }) => withoutBrackets(address));
  const records = addresses
    .filter((address) => isIP(address) === (type === 'A' ? 4 : 6))
    .map((address) => ({ type, address, ttl: 0 }));
  return {
    name: name.replace(/\.$/, ''),
    type,
    outcome: records.length > 0 ? 'answered' : 'nodata',
    rcode: null,
    records,
    cnames: [],
    ttl: null,
    authenticated: false,
    remarks: [],
    server: null,
    transport: 'override',
    ms: 0,
  };
};

/** What `--connect-to` says of a host and port. As in curl, an empty host or port 0 stands for any, target port 0 for the same port. */
export const connectToOverride = (
  connectTo: Overrides['connectTo'],
  host: string,
  port: number,
): { readonly address: string; readonly port: number } | undefined => {
  const match = connectTo.find(
    (entry) =>
      (entry.host === '' || bareName(entry.host) === bareName(host)) && (entry.port === 0 || entry.port === port),
  );
  if (match === undefined) return undefined;
  return { address: withoutBrackets(match.address), port: match.toPort === 0 ? port : match.toPort };
};

const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

/** For comparing hosts: without case, brackets and final dot. */
const bareName = (host: string): string => withoutBrackets(host).replace(/\.$/, '').toLowerCase();
