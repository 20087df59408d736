import type { Answer } from 'dns-packet';
import type { DnsFault, Scenario, ZoneEntry } from './scenario.js';

/** What a recursive resolver that sees nothing but the zone would say. `fault` still has to be acted out by the server. */
export interface ZoneAnswer {
  readonly rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL';
  readonly answers: readonly Answer[];
  readonly fault: DnsFault | undefined;
  readonly delayMs: number;
  readonly authenticated: boolean;
  readonly extendedError: ZoneEntry['extendedError'];
}

type Zone = Scenario['zone'];

const DEFAULT_TTL = 300;

/** Answers a question from the zone, following aliases. `name` without a final dot, `.` for the root. */
export const askZone = (zone: Zone, name: string, type: string): ZoneAnswer => {
  const asked: ZoneEntry[] = [];
  const answers: Answer[] = [];
  const result = (rcode: ZoneAnswer['rcode']): ZoneAnswer => ({
    rcode,
    answers,
    fault: [zone['*'] ?? {}, ...asked].find((entry) => hasFault(entry, type))?.fault,
    delayMs: [zone['*'] ?? {}, ...asked].reduce((sum, entry) => sum + (entry.delayMs ?? 0), 0),
    authenticated: asked.length > 0 && asked.every((entry) => entry.authenticated === true),
    extendedError: asked.find((entry) => entry.extendedError !== undefined)?.extendedError,
  });

  let owner = name;
  const seen = new Set<string>();
  for (;;) {
    if (seen.has(owner.toLowerCase())) return result('SERVFAIL');
    seen.add(owner.toLowerCase());
    const entry = owner === '.' ? ROOT : findEntry(zone, owner);
    if (entry === 'nothing') return result('NXDOMAIN');
    asked.push(entry);
    if (entry.CNAME === undefined || type === 'CNAME') {
      answers.push(...records(owner, type, entry));
      return result('NOERROR');
    }
    answers.push({ type: 'CNAME', name: owner, ttl: entry.ttl ?? DEFAULT_TTL, data: entry.CNAME });
    owner = entry.CNAME;
  }
};

const ROOT: ZoneEntry = {};

const hasFault = (entry: ZoneEntry, type: string): boolean =>
  entry.fault !== undefined && (entry.only === undefined || entry.only.some((one) => one === type));

/** The entry of a name; an empty one where only names below it exist; `nothing` where it does not exist. */
const findEntry = (zone: Zone, name: string): ZoneEntry | 'nothing' => {
  const entries = new Map(Object.entries(zone).map(([owner, entry]) => [owner.toLowerCase(), entry]));
  entries.delete('*');
  const exists = (wanted: string) =>
    entries.has(wanted) || [...entries.keys()].some((one) => one.endsWith(`.${wanted}`));
  const lower = name.toLowerCase();
  const own = entries.get(lower);
  if (own !== undefined) return own;
  if (exists(lower)) return {};
  // RFC 4592: the wildcard of the closest ancestor that exists, and of no other.
  const labels = lower.split('.');
  const ancestor = labels.map((_, index) => labels.slice(index + 1).join('.')).find(exists);
  return entries.get(`*.${ancestor}`) ?? 'nothing';
};

const records = (name: string, type: string, entry: ZoneEntry): readonly Answer[] => {
  const ttl = entry.ttl ?? DEFAULT_TTL;
  switch (type) {
    case 'A':
    case 'AAAA':
      return (entry[type] ?? []).map((data) => ({ type, name, ttl, data }));
    case 'SRV':
      return (entry.SRV ?? []).map((text) => ({ type: 'SRV', name, ttl, data: srvData(text) }));
    case 'CNAME':
      return entry.CNAME === undefined ? [] : [{ type: 'CNAME', name, ttl, data: entry.CNAME }];
    case 'NS':
      return name === '.' ? [{ type: 'NS', name, ttl, data: 'a.root-servers.net' }] : [];
    default:
      return [];
  }
};

const srvData = (text: string) => {
  const [priority, weight, port, target = '.'] = text.split(' ');
  return { priority: Number(priority), weight: Number(weight), port: Number(port), target };
};
