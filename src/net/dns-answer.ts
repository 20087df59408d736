import type { DnsLookup, DnsOutcome, DnsRecord } from '../facts/dns.js';
import { restoreCase } from './dns-case.js';
import type { DnsMessage, WireRecord } from './dns-message.js';
import type { DnsQuestion } from './dns-question.js';

/** The part of a lookup that comes out of the message. */
export type DnsAnswer = Pick<
  DnsLookup,
  'outcome' | 'rcode' | 'records' | 'cnames' | 'ttl' | 'authenticated' | 'remarks'
>;

/** As many aliases in a row as dnspython follows; real chains have two or three. */
const MAX_ALIASES = 16;

const RCODES: Readonly<Record<number, string>> = {
  0: 'NOERROR',
  1: 'FORMERR',
  2: 'SERVFAIL',
  3: 'NXDOMAIN',
  4: 'NOTIMP',
  5: 'REFUSED',
  6: 'YXDOMAIN',
  7: 'YXRRSET',
  8: 'NXRRSET',
  9: 'NOTAUTH',
  10: 'NOTZONE',
  16: 'BADVERS',
};
export const rcodeWord = (rcode: number): string => RCODES[rcode] ?? `RCODE${rcode}`;

/**
 * Reads a message as the answer to a question: follows its CNAME chain within the answer section and keeps only what that leads to. `sent` is the
 * name in the case in which it was sent.
 */
export const answerOf = (message: DnsMessage, question: DnsQuestion, sent = question.name): DnsAnswer => {
  const restored = (name: string) => restoreCase(name, sent, question.name);
  const chain = followAliases(message.answers, question);
  const found = message.rcode === 0 ? chain.records : [];
  const ttls = [...chain.aliases, ...found].map(({ ttl }) => ttl);
  const remarks = [...message.extendedErrors];
  if (chain.fault !== null) remarks.push(chain.fault);
  if (message.rcode === 0 && found.length === 0 && !message.recursionAvailable && !message.authoritative) {
    remarks.push('the server asked does not resolve names for others (no RA flag)');
  }
  return {
    outcome: outcomeOf(message.rcode, chain.fault !== null, found.length),
    rcode: rcodeWord(message.rcode),
    records: found.flatMap((record) => recordOf(record, restored)),
    cnames: chain.aliases.map(({ target }) => restored(target)),
    ttl: ttls.length === 0 ? null : Math.min(...ttls),
    authenticated: message.authenticated,
    remarks,
  };
};

const outcomeOf = (rcode: number, brokenChain: boolean, found: number): DnsOutcome => {
  if (rcode === 3) return 'nxdomain';
  if (rcode === 2) return 'servfail';
  if (rcode === 5) return 'refused';
  if (rcode !== 0) return 'other-rcode';
  if (brokenChain) return 'malformed';
  return found > 0 ? 'answered' : 'nodata';
};

type Alias = Extract<WireRecord, { type: 'CNAME' | 'NS' }>;

interface Chain {
  readonly aliases: readonly Alias[];
  readonly records: readonly WireRecord[];
  readonly fault: string | null;
}

const followAliases = (answers: readonly WireRecord[], question: DnsQuestion): Chain => {
  const aliasOf = new Map<string, Alias>();
  for (const record of answers) {
    if (record.type === 'CNAME' && !aliasOf.has(record.owner)) aliasOf.set(record.owner, record);
  }
  const aliases: Alias[] = [];
  const seen = new Set<string>();
  let owner = question.name === '.' ? '.' : question.name.replace(/\.$/, '').toLowerCase();
  for (;;) {
    const records = answers.filter((record) => record.owner === owner && record.type === question.type);
    const alias = aliasOf.get(owner);
    if (records.length > 0 || alias === undefined) return { aliases, records, fault: null };
    seen.add(owner);
    owner = alias.target.toLowerCase();
    if (seen.has(owner)) return { aliases, records: [], fault: `its chain of aliases leads back to ${owner}` };
    aliases.push(alias);
    if (aliases.length > MAX_ALIASES) {
      return { aliases, records: [], fault: `its chain of aliases is longer than ${MAX_ALIASES}` };
    }
  }
};

const recordOf = (record: WireRecord, restored: (name: string) => string): DnsRecord[] => {
  const { ttl } = record;
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return [{ type: record.type, address: record.address, ttl }];
    case 'SRV': {
      const { type, priority, weight, port, target } = record;
      return [{ type, priority, weight, port, target: restored(target), ttl }];
    }
    case 'NS':
      return [{ type: 'NS', target: restored(record.target), ttl }];
    case 'CNAME':
      return [];
  }
};
