import type { DnsLookup, DnsOutcome, HostAddresses } from '../facts/dns.js';
import { hasUnansweredLookup } from '../facts/lookup-state.js';

/** How a DNS question ended, in a few words: "NXDOMAIN", "no answer from the resolvers". */
export const lookupWords = (lookup: DnsLookup): string =>
  lookup.outcome === 'other-rcode' ? (lookup.rcode ?? OUTCOME_WORDS['other-rcode']) : OUTCOME_WORDS[lookup.outcome];

/** Why a host has no address: "NXDOMAIN", or "A: no such record, AAAA: SERVFAIL" where the two answers differ. */
const noAddressWords = ({ a, aaaa }: HostAddresses): string => {
  if (a === null || aaaa === null) return 'nothing was asked';
  return lookupWords(a) === lookupWords(aaaa) ? lookupWords(a) : `A: ${lookupWords(a)}, AAAA: ${lookupWords(aaaa)}`;
};

/** Of a host without addresses: "example.com has no address (NXDOMAIN)" only where DNS says so, and otherwise that they are not known. */
export const unlocatedWords = (host: HostAddresses): string =>
  hasUnansweredLookup(host)
    ? `the addresses of ${host.host} are not known (${noAddressWords(host)})`
    : `${host.host} has no address (${noAddressWords(host)})`;

/** "2 addresses", "1 address", "no address (NXDOMAIN)", "no known address (SERVFAIL)". */
export const addressCountWords = (host: HostAddresses): string => {
  const { length } = host.addresses;
  if (length === 0) return `${hasUnansweredLookup(host) ? 'no known address' : 'no address'} (${noAddressWords(host)})`;
  return length === 1 ? '1 address' : `${length} addresses`;
};

const OUTCOME_WORDS = {
  answered: 'answered',
  nodata: 'no such record',
  nxdomain: 'NXDOMAIN',
  servfail: 'SERVFAIL',
  refused: 'REFUSED',
  'other-rcode': 'an error code',
  timeout: 'no answer from the resolvers',
  malformed: 'a broken answer',
  unavailable: 'no resolver could be reached',
  'invalid-name': 'not a name that DNS can hold',
} as const satisfies Record<DnsOutcome, string>;
