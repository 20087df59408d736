import type { DnsLookup, DnsType } from '../facts/dns.js';
import type { Overrides } from '../facts/facts.js';
import type { DnsAnswer } from './dns-answer.js';
import type { ExchangeContext } from './dns-exchange.js';
import { isAskableName } from './dns-name.js';
import { askServer, type ServerAnswer } from './dns-query.js';
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
/** Another server may know better than one that answers anything else. */
const FINAL: readonly DnsLookup['outcome'][] = ['answered', 'nodata', 'nxdomain'];

/**
 * Answers lookups. Each server is tried once (a single one twice), in order, until one says what is there or that nothing is; else
 * the last answer counts. A server that stayed silent while another answered goes to the end of the order for the rest of the run.
 */
export const createLookup = (context: LookupContext): ((name: string, type: DnsType) => Promise<DnsLookup>) => {
  let order = context.servers.slice(0, MAX_SERVERS);

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
    let last: { readonly server: DnsServer; readonly answer: DnsAnswer; readonly transport: 'udp' | 'tcp' } | null =
      null;
    const tries = order.length === 1 ? [...order, ...order] : order;
    for (const [index, server] of tries.entries()) {
      if (context.deadline.over) break;
      const limit = (context.limitMs - elapsed()) / (tries.length - index);
      const got: ServerAnswer = await askServer({ name: bare(name), type }, server, limit, context);
      if (got.kind === 'none') {
        outcomes.push(got.outcome);
        remarks.push(got.remark);
        continue;
      }
      if (last !== null) remarks.push(`${last.server.text} answered ${last.answer.rcode}`);
      last = { server, answer: got.answer, transport: got.transport };
      if (FINAL.includes(got.answer.outcome) || tries[index + 1] === server) break;
    }
    if (last === null) {
      if (outcomes.length < tries.length) remarks.push('the time limit of the whole run was over');
      return unanswered(worst(outcomes), remarks);
    }
    const { server, answer, transport } = last;
    if (outcomes.length > 0) order = [server, ...order.filter((other) => other !== server)];
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
