import type { InspectEvent } from '../events.js';
import type { ScreenKeys } from '../tui/open-live-screen.js';
import { hasSecondScreen } from './has-second-screen.js';
import type { Io } from './io.js';
import type { OutputOptions } from './options/output.js';

/** Hears what `inspect` tells. */
export type Tell = (event: InspectEvent) => void;

/** Does `work` under a live screen, which is gone when it ends. Without a screen, `work` is all that happens, and neither Ink nor React is loaded. */
export const withLiveScreen = async <Result>(
  { screen, text }: Pick<OutputOptions, 'screen' | 'text'>,
  io: Pick<Io, 'terminal' | 'interrupt' | 'env'>,
  work: (tell?: Tell) => Promise<Result>,
  keys: Pick<ScreenKeys, 'onKey' | 'hint'> = {},
): Promise<Result> => {
  if (!screen || io.terminal === undefined) return work();
  const { openLiveScreen } = await import('../tui/open-live-screen.js');
  const live = openLiveScreen({ ...io.terminal, hasSecondScreen: hasSecondScreen(io.env) }, text, {
    ...keys,
    onInterrupt: io.interrupt,
  });
  try {
    return await work(live.tell);
  } finally {
    await live.close();
  }
};
