import type { DnsLookup, HostAddresses } from './dns.js';

/** The resolver said what there is, or that there is nothing. */
export const isAnswered = ({ outcome }: DnsLookup): boolean =>
  outcome === 'answered' || outcome === 'nodata' || outcome === 'nxdomain';

/** "Was not found" in the sense of the specification, and not a failure to find out. */
export const isNotFound = ({ outcome }: DnsLookup): boolean =>
  outcome === 'nxdomain' || outcome === 'nodata' || outcome === 'invalid-name';

/** Nobody knows whether the host has more addresses than were found: a question about them got no answer. */
export const hasUnansweredLookup = ({ a, aaaa }: Pick<HostAddresses, 'a' | 'aaaa'>): boolean =>
  [a, aaaa].some((lookup) => lookup !== null && lookup.outcome !== 'invalid-name' && !isAnswered(lookup));
