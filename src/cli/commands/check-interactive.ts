import { diagnose } from '../../diagnose.js';
import { hasSecondScreen } from '../has-second-screen.js';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { message } from '../message.js';
import { showsLinks } from '../options/links.js';
import type { CheckPlan } from './check-plan.js';
import type { Looked, NamesSource } from './facts-source.js';

/** Whether there is a terminal to draw on, and one to hear keys from. */
export const canStay = ({ output }: Pick<CheckPlan, 'output'>, { terminal }: Pick<Io, 'terminal'>): boolean =>
  output.screen && terminal?.stdin.isTTY === true;

export const CANNOT_STAY = message(
  '--interactive: needs a terminal to draw on and to hear keys from; this is the report',
);

/**
 * Shows the report of what was seen until its user leaves, and looks again as often as is asked. Gives what was looked at last, which is to be printed.
 * Ctrl-C is passed on.
 */
export const stayWith = async (
  first: Looked,
  name: string,
  { output, selection }: CheckPlan,
  source: NamesSource,
  io: Io,
): Promise<Looked> => {
  if ('error' in first || io.terminal === undefined || io.signal.aborted) return first;
  const { openBrowseScreen } = await import('../../tui/browse/open-browse-screen.js');
  let last: Looked = first;
  const stop = new AbortController();
  const signal = AbortSignal.any([io.signal, stop.signal]);
  const screen = openBrowseScreen(
    { ...io.terminal, hasSecondScreen: hasSecondScreen(io.env) },
    { ...output.text, links: showsLinks(io.env) },
    diagnose(first.facts, selection),
    async (tell) => {
      const looked = await source.look(name, signal, tell).catch(ifInterrupted);
      if (looked === undefined || signal.aborted) return 'interrupted';
      if ('error' in looked) return 'an internal error stopped this run; this is the report of the one before';
      last = looked;
      return diagnose(looked.facts, selection);
    },
  );
  try {
    if ((await Promise.race([screen.left, aborted(io.signal)])) === 'interrupt') io.interrupt();
  } finally {
    stop.abort();
    await screen.close();
  }
  return last;
};

const ifInterrupted = (error: unknown): undefined => {
  if (!(error instanceof Interrupted)) throw error;
};

const aborted = (signal: AbortSignal): Promise<'signal'> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve('signal'), { once: true }));
