import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';
import { checkOne } from './check-one.js';
import { readCheckPlan } from './check-plan.js';
import { checkSeveral } from './check-several.js';
import { checkWatch } from './check-watch.js';

/** Looks, judges and prints. Which way, is decided here; each way is a file of its own. */
export const check = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const plan = await readCheckPlan(args, words, io);
  const { mode, source } = plan;
  if (source.kind !== 'names' || source.several) return checkSeveral(plan, io);
  return mode.kind === 'watch' ? checkWatch(plan, mode, source, io) : checkOne(plan, source, io);
};
