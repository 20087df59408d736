import { diagnose } from '../../diagnose.js';
import { type ExitCode, exitCode } from '../../report/exit-code.js';
import { type Clock, everyInterval, realClock } from '../every-interval.js';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { defectMessage, message } from '../message.js';
import type { CheckPlan } from './check-plan.js';
import { defectsIn } from './defects.js';
import { openFactsFile } from './facts-file.js';
import type { Looked, NamesSource } from './facts-source.js';
import { openWatchView } from './watch-view.js';

/**
 * One name, again and again, until a signal comes, `q` is pressed, or the reader has gone. Everything is asked anew each time. Gives the exit code of the last
 * run that was not cut short.
 */
export const checkWatch = async (
  plan: CheckPlan,
  { intervalMs }: { readonly intervalMs: number },
  source: NamesSource,
  io: Io,
  clock: Clock = realClock,
): Promise<ExitCode> => {
  const [name = ''] = source.names;
  const file = plan.saveTo === undefined ? undefined : await openFactsFile(plan.saveTo, true);
  const stop = new AbortController();
  const signal = AbortSignal.any([io.signal, stop.signal]);
  const view = await openWatchView(plan, intervalMs, io, () => stop.abort());
  let code: ExitCode | undefined;
  const run = async (): Promise<boolean> => {
    const looked = await source.look(name, signal, view.tell).catch(ifInterrupted);
    // Of a run that was cut short there is less to know than of the one before.
    if (looked === undefined || (signal.aborted && code !== undefined)) return false;
    code = await show(looked);
    return !io.stdout.closed;
  };
  const show = async (looked: Looked): Promise<ExitCode> => {
    if ('error' in looked) {
      await view.trouble(defectMessage(looked.error));
      return 3;
    }
    await file?.add(looked.facts);
    const report = diagnose(looked.facts, plan.selection);
    await view.add(report);
    const defects = defectsIn(looked.facts, report);
    for (const defect of defects) await view.trouble(defectMessage(defect));
    return defects.length > 0 ? 3 : exitCode(report, plan.failOn);
  };
  try {
    await everyInterval(intervalMs, run, signal, clock, view.waiting);
  } finally {
    await view.close();
    const trouble = await file?.close();
    if (trouble !== undefined) {
      await io.stderr.write(message(trouble));
      code = 3;
    }
  }
  return code ?? 3;
};

const ifInterrupted = (error: unknown): undefined => {
  if (!(error instanceof Interrupted)) throw error;
};
