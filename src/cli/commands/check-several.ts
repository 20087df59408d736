import { inOrder } from '../in-order.js';
import type { Io } from '../io.js';
import type { CheckPlan } from './check-plan.js';
import type { FactsSource, Looked } from './facts-source.js';
import { openReporting } from './reporting.js';

/** How many names are looked at together. */
const MAX_TOGETHER = 8;

/** One name after the other, as soon as each is ready. */
export const checkSeveral = async (plan: CheckPlan, io: Io): Promise<number> => {
  const stop = new AbortController();
  const reporting = await openReporting(plan, io);
  try {
    for await (const looked of lookedAt(plan.source, AbortSignal.any([io.signal, stop.signal]))) {
      await reporting.add(looked);
      // The reader has gone: what would come is of no use to anybody.
      if (io.stdout.closed) break;
    }
  } finally {
    stop.abort();
    await reporting.close();
  }
  return reporting.exitCode();
};

/** In the order in which the names were given. */
async function* lookedAt(source: FactsSource, signal: AbortSignal): AsyncGenerator<Looked> {
  if (source.kind === 'kept') yield* source.looked;
  else yield* inOrder(source.names, MAX_TOGETHER, (name) => source.look(name, signal));
}
