import type { DnsLookup, DnsType } from '../facts/dns.js';
import type { Overrides } from '../facts/facts.js';
import { MAX_QUERIES } from '../spec/constants.js';
import { startDeadline } from './deadline.js';
import type { ExchangeContext } from './dns-exchange.js';
import { isAskableName } from './dns-name.js';
import { type DnsWay, type DnsWays, type QueryContext, waysTo } from './dns-query.js';
import type { DnsQuestion } from './dns-question.js';
import type { DnsServer } from './dns-servers.js';
import { startTries, type Try } from './dns-tries.js';
import { resolveOverride } from './overrides.js';
import { startStopwatch } from './stopwatch.js';

export interface LookupContext extends ExchangeContext {
  readonly servers: readonly DnsServer[];
  readonly resolve: Overrides['resolve'];
  /** For one question, all tries together. */
  readonly limitMs: number;
}

const MAX_SERVERS = 3;
/** Of the time for one question: what is kept for the last try, over TCP. It takes nothing from the others, whose answers still count then. */
const LAST_SHARE = 0.3;
/** Of the queries of a run: what is kept for the question about the root, which tells whether the resolvers answer at all. */
const KEPT_FOR_THE_ROOT = 4;

/**
 * Answers lookups. Each server is tried once (a single one twice), in order, until one says what is there or that nothing is; else
 * the last answer counts. Where all stay silent or cannot be reached, the first is tried over TCP, since a firewall may block only UDP.
 * An answer to an earlier try counts as long as no other came. The way by which an answer came after others had failed is the first to be tried
 * for the rest of the run.
 */
export const createLookup = (context: LookupContext): ((name: string, type: DnsType) => Promise<DnsLookup>) => {
  const ways: readonly DnsWays[] = context.servers.slice(0, MAX_SERVERS).map(waysTo);
  let order: readonly DnsWay[] = ways.map(({ ordinary }) => ordinary);
  const lastResort = ways.slice(0, 1).map(({ withoutUdp }) => withoutUdp);
  const regularMs = context.limitMs * (1 - LAST_SHARE);
  const takeQuery = queryBudget();

  const prefer = (answered: DnsWay, tried: DnsWay) => {
    order = [answered, ...order.filter((way) => way !== answered && way !== tried)];
  };

  /** Each try in its turn, until there is an answer or no more to try. The time of the question ends with it. */
  const tryInTurn = async (question: DnsQuestion, remarks: string[]): Promise<readonly Try[]> => {
    const deadline = startDeadline(context.limitMs);
    const elapsed = startStopwatch();
    const withRun = context.deadline.after(Number.POSITIVE_INFINITY, () => deadline.close());
    const tries = startTries(question, ways, { ...context, deadline, takeQuery });
    const regular = order.length === 1 ? [...order, ...order] : order;
    const turns = [...regular, ...lastResort.filter((way) => !order.includes(way))];
    for (const [index, way] of turns.entries()) {
      if (context.deadline.over) {
        remarks.push('the time limit of the whole run was over');
        break;
      }
      const isLastResort = index >= regular.length;
      if (isLastResort && tries.haveAnswerOr('malformed')) break;
      const left = context.limitMs - elapsed();
      await tries.next(way, isLastResort ? left : (regularMs - elapsed()) / (regular.length - index));
      if (tries.decided || (tries.haveAnswerOr() && turns[index + 1] === way)) break;
    }
    withRun();
    deadline.close();
    return tries.end();
  };

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
    const tries = await tryInTurn({ name: bare(name), type }, remarks);
    remarks.unshift(...tries.flatMap(({ remark }) => (remark === null ? [] : [remark])));
    const last = tries.find(({ counts }) => counts);
    if (last?.got.kind !== 'answer') {
      return unanswered(worst(tries.flatMap(({ got }) => (got.kind === 'none' ? [got.outcome] : []))), remarks);
    }
    const { answer, transport, way } = last.got;
    if (way !== last.way || tries.some(({ failedFirst }) => failedFirst)) prefer(way, last.way);
    if (way.remark !== null) remarks.push(way.remark);
    return {
      name: bare(name),
      type,
      ...answer,
      remarks: [...answer.remarks, ...new Set(remarks)],
      server: way.server.text,
      transport,
      ms: elapsed(),
    };
  };
};

const queryBudget = (): QueryContext['takeQuery'] => {
  let sent = 0;
  return ({ name }) => {
    if (sent >= (name === '.' ? MAX_QUERIES : MAX_QUERIES - KEPT_FOR_THE_ROOT)) return false;
    sent += 1;
    return true;
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
