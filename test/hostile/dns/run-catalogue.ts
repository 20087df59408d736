import { type ChildProcess, fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { diagnose } from '../../../src/diagnose.js';
import type { DnsLookup, DnsRecord } from '../../../src/facts/dns.js';
import { inspect } from '../../../src/inspect.js';
import { type NetOptions, openNet } from '../../../src/net/live.js';
import { type Behaviour, HOSTILE_NAME } from './behaviour.js';
import { catalogue } from './catalogue.js';

/** What one behaviour led to. Times in ms. */
export interface Outcome {
  readonly name: string;
  readonly lookup: Omit<DnsLookup, 'records'> & { readonly records: readonly string[] | number };
  readonly timeoutMs: number;
  /** Ids of the checks that fail in a whole run, and how long that run took. */
  readonly findings: readonly string[];
  readonly durationMs: number;
}

export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  /** Kinds of sockets and timers that are open after the last answer, before anything was closed. */
  readonly left: readonly string[];
  /** By how much the process grew at most, in octets. */
  readonly grownBy: number;
}

/** For answers, ample on a loaded machine; for what only time ends, enough for three tries. */
const AMPLE_MS = 60_000;
const BRIEF_MS = 6_000;
const AT_ONCE = 12;
const SHOWN = 10;

/** Asks the server of the catalogue about each of its behaviours: one question, then a whole run. */
export const runCatalogue = async (serverFile: string): Promise<Outcomes> => {
  const server = fork(serverFile, { stdio: 'inherit' });
  const silent = createSocket('udp4');
  silent.bind(0, '127.0.0.1');
  await once(silent, 'listening');
  const waiting = [...catalogue.entries()];
  const outcomes: Outcome[] = [];
  const openBefore = process.getActiveResourcesInfo();
  const before = process.memoryUsage().rss;
  let most = before;
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, behaviour] = next;
      const resolvers = [
        ...resolversBefore(behaviour, silent.address().port),
        `127.0.0.1:${await started(server, index, behaviour)}`,
      ];
      outcomes[index] = await outcomeOf(behaviour, resolvers);
      most = Math.max(most, process.memoryUsage().rss);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const left = await openStill(openBefore);
  silent.close();
  server.disconnect();
  return { outcomes, left, grownBy: most - before };
};

/** Nobody listens at port 1. */
const resolversBefore = ({ before }: Behaviour, silentPort: number): readonly string[] => {
  if (before === undefined) return [];
  return [before === 'closed' ? '127.0.0.1:1' : `127.0.0.1:${silentPort}`];
};

const started = (server: ChildProcess, index: number, behaviour: Behaviour): Promise<number> =>
  new Promise((resolve) => {
    const hear = (message: unknown) => {
      const { index: which, port } = message as { index: number; port: number };
      if (which !== index) return;
      server.off('message', hear);
      resolve(port);
    };
    server.on('message', hear);
    server.send({ index, behaviour });
  });

const outcomeOf = async (behaviour: Behaviour, resolvers: readonly string[]): Promise<Outcome> => {
  const timeoutMs = behaviour.brief ? BRIEF_MS : AMPLE_MS;
  const options: NetOptions = {
    resolvers,
    timeoutMs,
    env: {},
    trustStore: { certificates: [], facts: { sources: [] } },
    // Nothing but DNS is looked at here.
    route: () => ({ kind: 'error', code: 'ECONNREFUSED' }),
  };
  const asking = openNet(options);
  const { records, ...lookup } = await asking.lookup(HOSTILE_NAME, behaviour.type);
  const looking = openNet(options);
  const facts = await inspect(HOSTILE_NAME, looking, { allowPrivate: true });
  await looking.close();
  const findings = diagnose(facts).findings.filter(({ outcome }) => outcome === 'fail');
  const shown = records.map(recordWords);
  return {
    name: behaviour.name,
    lookup: { ...lookup, records: shown.length > SHOWN ? shown.length : shown },
    timeoutMs,
    findings: [...new Set(findings.map(({ id }) => id))],
    durationMs: facts.durationMs,
  };
};

const recordWords = (record: DnsRecord): string => ('address' in record ? record.address : record.target);

/** What is closed goes a turn of the event loop later. */
const openStill = async (openBefore: readonly string[]): Promise<readonly string[]> => {
  for (let turn = 0; ; turn += 1) {
    const left = notIn(openBefore, process.getActiveResourcesInfo());
    if (left.length === 0 || turn === TURNS) return left;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const TURNS = 100;

const notIn = (known: readonly string[], all: readonly string[]): string[] => {
  const rest = [...known];
  return all.filter((kind) => {
    const at = rest.indexOf(kind);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};
