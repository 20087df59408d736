import type { DnsLookup, DnsOutcome } from '../../facts/dns.js';

/** Neither an answer nor a clear "there is none": what resolvers do next differs. `unavailable` is about this machine, so it is not among them. */
export const lookupFailed = (lookup: DnsLookup): boolean => FAILED.includes(lookup.outcome);

/** How a DNS question ended, in a few words: "SERVFAIL (DNSSEC Bogus)", "no answer in time (203.0.113.53:53)". */
export const lookupWords = (lookup: DnsLookup): string => {
  const words = lookup.outcome === 'other-rcode' ? (lookup.rcode ?? 'an unknown code') : WORDS[lookup.outcome];
  // A remark may say the same of a resolver: then only its name is new.
  const same = `: ${words}`;
  const remarks = lookup.remarks.map((remark) => (remark.endsWith(same) ? remark.slice(0, -same.length) : remark));
  return remarks.length > 0 ? `${words} (${remarks.join('; ')})` : words;
};

const FAILED: readonly DnsOutcome[] = ['servfail', 'refused', 'other-rcode', 'timeout', 'malformed'];

const WORDS = {
  answered: 'answered',
  nodata: 'no record of that type',
  nxdomain: 'no such name (NXDOMAIN)',
  servfail: 'SERVFAIL',
  refused: 'REFUSED',
  'other-rcode': 'an unknown code',
  timeout: 'no answer in time',
  malformed: 'an answer that cannot be read',
  unavailable: 'no resolver could be reached',
  'invalid-name': 'not a possible DNS name, so that it cannot be asked for',
} as const satisfies Record<DnsOutcome, string>;
