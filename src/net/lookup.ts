import type { DnsLookup, DnsType } from '../facts/dns.js';
import type { Overrides } from '../facts/facts.js';
import type { DnsAnswer } from './dns-answer.js';
import type { ExchangeContext } from './dns-exchange.js';
import { isAskableName } from './dns-name.js';
import { askServer, type DnsWay, type ServerAnswer } from './dns-query.js';
import type { DnsServer } from './dns-servers.js';
import { resolveOverride } from './overrides.js';
import { startStopwatch } from './stopwatch.js';

export interface LookupContext extends ExchangeContext {
  readonly servers: readonly DnsServer[];
  readonly resolve: Overrides['resolve'];
  /** For one question, all tries together. */
  readonly limitMs: number;
}

const MAX_SERVERS = 3;
/** Of the time for one question: what is kept for the last try, over TCP. Little, since a slow resolver needs the time of the regular ones. */
const LAST_SHARE = 0.1;
/** Another server may know better than one that answers anything else. */
const FINAL: readonly DnsLookup['outcome'][] = ['answered', 'nodata', 'nxdomain'];

/**
 * Answers lookups. Each server is tried once (a single one twice), in order, until one says what is there or that nothing is; else
 * the last answer counts. Where all stay silent or cannot be reached, the first is tried over TCP, since a firewall may block only UDP.
 * The way by which an answer came after others had failed is the first to be tried for the rest of the run.
 */
export const createLookup = (context: LookupContext): ((name: string, type: DnsType) => Promise<DnsLookup>) => {
  let order: readonly DnsWay[] = context.servers
    .slice(0, MAX_SERVERS)
    .map((server) => ({ server, transport: 'udp' as const }));
  const lastResort: readonly DnsWay[] = order.slice(0, 1).map(({ server }) => ({ server, transport: 'tcp' }));
  const regularMs = context.limitMs * (1 - LAST_SHARE);

  return async (name, type) => {
    const overridden = resolveOverride(context.resolve, name, type);
    if (overridden !== undefined) return overridden;
    const elapsed = startStopwatch();
    const unanswered = (outcome: DnsLookup['outcome'], remarks: readonly string[]): DnsLookup => ({
      name: bare(name),
      type,
      outcome,
      ...EMPTY,
      remarks: [...new Set(remarks)],
      ms: elapsed(),
    });
    if (!isAskableName(name)) return unanswered('invalid-name', []);
    if (order.length === 0) return unanswered('unavailable', ['no resolver is configured on this machine']);

    const remarks: string[] = [];
    const outcomes: DnsLookup['outcome'][] = [];
    let last: { readonly way: DnsWay; readonly answer: DnsAnswer; readonly transport: 'udp' | 'tcp' } | null = null;
    const regular = order.length === 1 ? [...order, ...order] : order;
    const tries = [...regular, ...lastResort.filter((way) => !order.includes(way))];
    for (const [index, way] of tries.entries()) {
      if (context.deadline.over) {
        remarks.push('the time limit of the whole run was over');
        break;
      }
      const isLastResort = index >= regular.length;
      if (isLastResort && (last !== null || outcomes.includes('malformed'))) break;
      const limit = isLastResort ? context.limitMs - elapsed() : (regularMs - elapsed()) / (regular.length - index);
      const got: ServerAnswer = await askServer({ name: bare(name), type }, way, limit, context);
      if (got.kind === 'none') {
        outcomes.push(got.outcome);
        remarks.push(got.remark);
        continue;
      }
      if (last !== null) remarks.push(`${last.way.server.text} answered ${last.answer.rcode}`);
      last = { way, answer: got.answer, transport: got.transport };
      if (FINAL.includes(got.answer.outcome) || tries[index + 1] === way) break;
    }
    if (last === null) return unanswered(worst(outcomes), remarks);
    const { way, answer, transport } = last;
    const { server } = way;
    if (outcomes.length > 0) order = [way, ...order.filter((other) => other !== way)];
    if (way.transport === 'tcp') remarks.push(`${server.text} answers over TCP, but not over UDP`);
    return {
      name: bare(name),
      type,
      ...answer,
      remarks: [...answer.remarks, ...new Set(remarks)],
      server: server.text,
      transport,
      ms: elapsed(),
    };
  };
};

const EMPTY = {
  rcode: null,
  records: [],
  cnames: [],
  ttl: null,
  authenticated: false,
  server: null,
  transport: null,
} as const;

const bare = (name: string): string => (name === '.' ? name : name.replace(/\.$/, ''));

const worst = (outcomes: readonly DnsLookup['outcome'][]): DnsLookup['outcome'] => {
  if (outcomes.includes('malformed')) return 'malformed';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'unavailable') ? 'unavailable' : 'timeout';
};
