import type { DnsLookup, HostAddresses } from '../../facts/dns.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { lookupsOf } from '../readings/asked-hosts.js';
import { destinationHosts } from '../readings/destination-hosts.js';
import { doubledName } from '../readings/doubled-name.js';
import { type Evidence, fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';
import { detourWords } from '../words/detour-words.js';
import { hostOrigin } from '../words/host-origin.js';
import { lookupFailed, lookupWords } from '../words/lookup-words.js';

export const hostResolves = {
  id: 'dns/host-resolves',
  title: 'The host that other servers connect to has an address',
  failureTitle: '{host} {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.resolution,
  why: 'Other servers take this name from {origin} and need an A or AAAA record of it. Without one, none of them can connect.',
  fix: '{detour}Create the record at your DNS provider: "{host}. 3600 IN A <IPv4 address of the server>" (and AAAA for IPv6), or correct {origin}.{hint} Then look with: dig {host} A.',
  evaluate: whereFederationSeen((federation, facts) => {
    const hosts = destinationHosts(federation);
    if (hosts.length === 0) return [notApplicable('no host name is resolved on this path')];
    if (hosts.some(({ addresses }) => addresses.length > 0)) return [pass(null, hosts.flatMap(evidence))];
    const unanswered = hosts.filter((host) => lookupsOf(host).some(unclear));
    if (unanswered.length > 0) {
      return [notTested(`the resolvers give no clear answer for ${listWords(unanswered.map(({ host }) => host))}`)];
    }
    const doubled = hosts.flatMap(({ host }) => doubledName(host) ?? []);
    return [
      fail({
        values: {
          host: listWords(hosts.map(({ host }) => host)),
          problem: problemOf(hosts),
          origin: hostOrigin(federation, facts),
          detour: detourWords(federation, facts),
          hint:
            doubled[0] === undefined
              ? ''
              : ` The name looks doubled: in a zone file, a target without a final dot gets the zone appended, so write "${doubled[0]}.".`,
        },
        evidence: hosts.flatMap(evidence),
      }),
    ];
  }),
} as const satisfies Check;

/** Neither an address nor a clear "there is none". */
const unclear = (lookup: DnsLookup): boolean => lookupFailed(lookup) || lookup.outcome === 'unavailable';

const problemOf = (hosts: readonly HostAddresses[]): string => {
  const lookups = hosts.flatMap(lookupsOf);
  const alias = lookups.flatMap(({ cnames }) => cnames).at(-1);
  const through = alias === undefined ? '' : ` (it is an alias of ${alias})`;
  if (lookups.every(({ outcome }) => outcome === 'nxdomain')) return `does not exist in DNS (NXDOMAIN)${through}`;
  if (lookups.some(({ outcome }) => outcome === 'invalid-name')) return 'cannot be asked for in DNS: it is too long';
  return `has neither an A nor an AAAA record in DNS${through}`;
};

const evidence = (host: HostAddresses): readonly Evidence[] =>
  lookupsOf(host).map((lookup) => ({
    label: `${lookup.name} ${lookup.type}`,
    value: [
      ...lookup.cnames.map((alias) => `alias of ${alias}`),
      lookup.outcome === 'answered' ? addressesOf(lookup) : lookupWords(lookup),
    ].join(', '),
  }));

const addressesOf = (lookup: DnsLookup): string =>
  listWords(lookup.records.flatMap((record) => ('address' in record ? [record.address] : [])));
