import type { DnsLookup } from './dns.js';

/** The resolver said what there is, or that there is nothing. */
export const isAnswered = ({ outcome }: DnsLookup): boolean =>
  outcome === 'answered' || outcome === 'nodata' || outcome === 'nxdomain';

/** "Was not found" in the sense of the specification, and not a failure to find out. */
export const isNotFound = ({ outcome }: DnsLookup): boolean =>
  outcome === 'nxdomain' || outcome === 'nodata' || outcome === 'invalid-name';
