import type { Io } from '../io.js';
import { type Tell, withLiveScreen } from '../with-live-screen.js';
import { CANNOT_STAY, canStay, stayWith } from './check-interactive.js';
import type { CheckPlan } from './check-plan.js';
import type { NamesSource } from './facts-source.js';
import { openReporting } from './reporting.js';

/** One name: drawn at a terminal while it goes on, kept there if that is wanted, and then printed as in a pipe. */
export const checkOne = async (plan: CheckPlan, source: NamesSource, io: Io): Promise<number> => {
  const possible = canStay(plan, io);
  let stays = plan.mode.kind === 'interactive';
  if (stays && !possible) await io.stderr.write(CANNOT_STAY);
  const onKey = (key: string): void => {
    stays ||= key === 'i';
  };
  const keys = possible && !stays ? { onKey, hint: 'i: stay here' } : {};
  const reporting = await openReporting(plan, io);
  try {
    for (const name of source.names) {
      const look = (onEvent?: Tell) => source.look(name, io.signal, onEvent);
      const looked = await withLiveScreen(plan.output, io, look, keys);
      await reporting.add(stays && possible ? await stayWith(looked, name, plan, source, io) : looked);
    }
  } finally {
    await reporting.close();
  }
  return reporting.exitCode();
};
