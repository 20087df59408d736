import type { HostAddresses } from '../../facts/dns.js';
import type { Facts } from '../../facts/facts.js';
import { cutOff } from '../readings/cut-off.js';
import type { Evidence } from '../verdict.js';
import { lookupWords } from './lookup-words.js';

/** Why a host has no address: "no such name (NXDOMAIN)", "A: SERVFAIL, AAAA: no answer in time". */
export const noAddressWords = (host: HostAddresses): string => {
  const found = lookups(host).map(([type, words]) => ({ type, words }));
  const [first] = found;
  if (first === undefined) return 'no address';
  return found.every(({ words }) => words === first.words)
    ? first.words.replace('no record of that type', 'neither an A nor an AAAA record')
    : found.map(({ type, words }) => `${type}: ${words}`).join(', ');
};

/** Why it cannot be said whether a host has an address: our own resolvers, or our own time; null where the answers count. */
export const lookupHindrance = (host: HostAddresses, facts: Facts): string | null => {
  const hindered = [host.a, host.aaaa].filter(
    (lookup) => lookup?.outcome === 'unavailable' || (lookup?.outcome === 'timeout' && cutOff(facts) !== null),
  );
  return hindered.length === 0 ? null : `no clear answer about the address of ${host.host}: ${noAddressWords(host)}`;
};

/** The answers of the resolvers, one line each: "A of example.com" -> "no such name (NXDOMAIN)". */
export const lookupEvidence = (host: HostAddresses): readonly Evidence[] =>
  lookups(host).map(([type, words]) => ({ label: `${type} of ${host.host}`, value: words }));

const lookups = ({ a, aaaa }: HostAddresses): readonly (readonly [type: string, words: string])[] =>
  [a, aaaa].flatMap((lookup) => (lookup === null ? [] : [[lookup.type, lookupWords(lookup)] as const]));
