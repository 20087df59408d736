import type { Facts } from '../facts/facts.js';
import type { Report } from '../report/report.js';
import type { Looked } from './commands/facts-source.js';
import { hasSecondScreen } from './has-second-screen.js';
import { Interrupted } from './interrupted.js';
import type { Io } from './io.js';
import { message } from './message.js';
import { showsLinks } from './options/links.js';
import type { Mode } from './options/mode.js';
import type { OutputOptions } from './options/output.js';
import { type Tell, withLiveScreen } from './with-live-screen.js';

/** How to look at one name, as often as it is asked for, and how to judge what was seen. */
export interface Looking {
  /** Throws Interrupted where the signal came before anything was seen. */
  look(signal: AbortSignal, tell?: Tell): Promise<Looked>;
  judge(facts: Facts): Report;
}

/**
 * Looks, drawn at a terminal while it goes on; then, if that is wanted, its report stays there to move about in, and it is looked at again as often as
 * the user likes. Gives what was seen last, which is to be printed. Ctrl-C is passed on.
 */
export const lookAndStay = async (
  { output, mode }: { readonly output: Pick<OutputOptions, 'screen' | 'text'>; readonly mode: Mode },
  looking: Looking,
  io: Io,
): Promise<Looked> => {
  const possible = output.screen && io.terminal?.stdin.isTTY === true;
  let stays = mode.kind === 'interactive';
  if (stays && !possible) await io.stderr.write(CANNOT_STAY);
  const onKey = (key: string): void => {
    stays ||= key === 'i';
  };
  const keys = possible && !stays ? { onKey, hint: 'i: stay here' } : {};
  const looked = await withLiveScreen(output, io, (tell) => looking.look(io.signal, tell), keys);
  return stays && possible ? stayWith(looked, output, looking, io) : looked;
};

const CANNOT_STAY = message('--interactive: needs a terminal to draw on and to hear keys from; this is the report');

const stayWith = async (
  first: Looked,
  { text }: Pick<OutputOptions, 'text'>,
  { look, judge }: Looking,
  io: Io,
): Promise<Looked> => {
  if ('error' in first || io.terminal === undefined || io.signal.aborted) return first;
  const { openBrowseScreen } = await import('../tui/browse/open-browse-screen.js');
  let last: Looked = first;
  const stop = new AbortController();
  const signal = AbortSignal.any([io.signal, stop.signal]);
  const screen = openBrowseScreen(
    { ...io.terminal, hasSecondScreen: hasSecondScreen(io.env) },
    { ...text, links: showsLinks(io.env) },
    judge(first.facts),
    async (tell) => {
      const looked = await look(signal, tell).catch(ifInterrupted);
      if (looked === undefined || signal.aborted) return 'interrupted';
      if ('error' in looked) return 'an internal error stopped this run; this is the report of the one before';
      last = looked;
      return judge(looked.facts);
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
