import type { Io } from '../io.js';
import { withLiveScreen } from '../with-live-screen.js';
import type { CheckPlan } from './check-plan.js';
import type { NamesSource } from './facts-source.js';
import { openReporting } from './reporting.js';

/** One name: drawn at a terminal while it goes on, and then printed as in a pipe. */
export const checkOne = async (plan: CheckPlan, source: NamesSource, io: Io): Promise<number> => {
  const reporting = await openReporting(plan, io);
  try {
    for (const name of source.names) {
      await reporting.add(await withLiveScreen(plan.output, io, (onEvent) => source.look(name, io.signal, onEvent)));
    }
  } finally {
    await reporting.close();
  }
  return reporting.exitCode();
};
