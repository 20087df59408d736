import { MAX_QUERIES } from '../spec/constants.js';
import type { DnsLookup, HostAddresses } from './dns.js';

/** The remark on a question that was not asked, because the run had sent as many queries as it may. */
export const QUERIES_SPENT = `not asked: one run sends at most ${MAX_QUERIES} DNS queries`;

export const wasNotAsked = ({ remarks }: DnsLookup): boolean => remarks.includes(QUERIES_SPENT);

/** The resolver said what there is, or that there is nothing. */
export const isAnswered = ({ outcome }: DnsLookup): boolean =>
  outcome === 'answered' || outcome === 'nodata' || outcome === 'nxdomain';

/** "Was not found" in the sense of the specification, and not a failure to find out. */
export const isNotFound = ({ outcome }: DnsLookup): boolean =>
  outcome === 'nxdomain' || outcome === 'nodata' || outcome === 'invalid-name';

/** Nobody knows whether the host has more addresses than were found: a question about them got no answer. */
export const hasUnansweredLookup = ({ a, aaaa }: Pick<HostAddresses, 'a' | 'aaaa'>): boolean =>
  [a, aaaa].some((lookup) => lookup !== null && lookup.outcome !== 'invalid-name' && !isAnswered(lookup));
