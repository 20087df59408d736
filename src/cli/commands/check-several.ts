import { setMaxListeners } from 'node:events';
import type { Io } from '../io.js';
import { message } from '../message.js';
import { NO_PROGRESS_LINE, openProgressLine } from '../progress-line.js';
import { workThrough } from '../work-through.js';
import type { CheckPlan } from './check-plan.js';
import type { Looked } from './facts-source.js';
import { type ListView, openListView } from './list-view.js';
import { openReporting } from './reporting.js';

/**
 * Several names at the same time. What programs read keeps the order of the names; people get a line for each as it is ready, and a summary. A signal ends
 * it with what is known by then.
 */
export const checkSeveral = async (plan: CheckPlan, io: Io): Promise<number> => {
  const { source, output } = plan;
  const stop = new AbortController();
  const progress = output.progress && source.kind === 'names' ? openProgressLine(io.stderr) : NO_PROGRESS_LINE;
  const above: Io = { ...io, stdout: progress.above(io.stdout), stderr: progress.above(io.stderr) };
  const list = openListView(plan, progress);
  const reporting = await openReporting(plan, above, list.renderer).catch((error: unknown) => {
    progress.close();
    throw error;
  });
  try {
    const signal = AbortSignal.any([io.signal, stop.signal]);
    // Every name that is looked at listens; Node takes more than ten for a leak, and says so on stderr.
    setMaxListeners(0, signal);
    for await (const looked of lookedAt(plan, signal, list)) {
      list.add(await reporting.add(looked));
      // The reader has gone: what would come is of no use to anybody.
      if (io.stdout.closed) break;
    }
  } finally {
    stop.abort();
    progress.close();
    await reporting.close();
  }
  await io.stdout.write(list.summary());
  if (io.signal.aborted) await io.stderr.write(message('interrupted'));
  return io.signal.aborted ? 3 : reporting.exitCode();
};

async function* lookedAt(
  { source, output, concurrency }: CheckPlan,
  signal: AbortSignal,
  list: ListView,
): AsyncGenerator<Looked> {
  if (source.kind === 'kept') {
    yield* source.looked;
    return;
  }
  const order = output.json || output.quiet ? 'items' : 'finish';
  yield* workThrough(source.names, { limit: concurrency, order, signal }, async (name) => {
    list.begin(name);
    try {
      return await source.look(name, signal);
    } finally {
      list.end(name);
    }
  });
}
