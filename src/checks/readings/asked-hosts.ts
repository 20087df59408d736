import type { DnsLookup, HostAddresses } from '../../facts/dns.js';
import type { FederationFacts } from '../../facts/federation.js';
import { seenValue } from '../../facts/observation.js';
import { destinationHosts } from './destination-hosts.js';

/** Every host whose addresses the walk asked DNS for, once: that of the well-known file, and those of the destinations. */
export const askedHosts = (federation: FederationFacts): readonly HostAddresses[] => {
  const wellKnownHost = seenValue(federation.wellKnown)?.host;
  const hosts = [...(wellKnownHost === undefined ? [] : [wellKnownHost]), ...destinationHosts(federation)];
  return [...new Map(hosts.filter(({ source }) => source === 'dns').map((host) => [host.host, host])).values()];
};

/** Its A and AAAA question, where they were asked. */
export const lookupsOf = ({ a, aaaa }: HostAddresses): readonly DnsLookup[] =>
  [a, aaaa].filter((lookup) => lookup !== null);
