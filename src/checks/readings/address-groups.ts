import type { FederationFacts } from '../../facts/federation.js';
import { seenValue } from '../../facts/observation.js';
import { listWords } from '../../facts/words/list-words.js';
import { addressRange } from '../../spec/address-range.js';
import { destinationHosts } from './destination-hosts.js';

/** Addresses that serve one purpose, so that one reachable address among them is enough. Overridden ones (`--resolve`) are left out. */
export interface AddressGroup {
  readonly host: string;
  readonly addresses: readonly string[];
}

/** The addresses of the homeserver, and those of the web server with the well-known file where that is another host. */
export const addressGroups = (federation: FederationFacts): readonly AddressGroup[] => {
  const web = seenValue(federation.wellKnown)?.host;
  const homeserver = homeserverAddresses(federation);
  const groups = [
    homeserver,
    ...(web === undefined || web.source === 'override' || web.host === homeserver.host
      ? []
      : [{ host: web.host, addresses: web.addresses }]),
  ];
  return groups.filter(({ addresses }) => addresses.length > 0);
};

/** "10.0.0.1 (private)" */
export const rangeWords = (address: string): string => `${address} (${addressRange(address).name})`;

export const isGlobal = (address: string): boolean => addressRange(address).global;

/** The addresses of the homeserver, those that DNS gave or that the name itself is. */
export const homeserverAddresses = (federation: FederationFacts): AddressGroup => {
  if (federation.step === '1' || federation.step === '3.1') {
    const literals = federation.destinations.map(({ host }) => host);
    return { host: listWords(literals), addresses: literals };
  }
  const hosts = destinationHosts(federation).filter(({ source }) => source !== 'override');
  return {
    host: listWords(hosts.map(({ host }) => host)),
    addresses: hosts.flatMap(({ addresses }) => addresses),
  };
};
