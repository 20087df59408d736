import type { InspectEvent } from '../../events.js';
import type { Report } from '../../report/report.js';
import type { ScreenLook } from '../components/live-screen.js';
import { createStore } from '../create-store.js';
import { sizeOf } from '../hooks/use-terminal-size.js';
import { openScreen } from '../open-screen.js';
import { createProgressStore } from '../store.js';
import type { Terminal } from '../terminal.js';
import { browse } from './browse.js';
import { type Browse, openBrowse } from './browse-state.js';
import { BrowseKeys } from './components/browse-keys.js';
import { BrowseScreen } from './components/browse-screen.js';

/** A report on a terminal, to move about in. */
export interface OpenBrowseScreen {
  /** Resolves when its user has had enough. */
  readonly left: Promise<NonNullable<Browse['left']>>;
  /** Takes it off the terminal again and leaves nothing of it. */
  close(): Promise<void>;
}

/** What happens when another run is asked for: gives its report, or says why there is none. Tells how it goes meanwhile. */
export type RunAgain = (tell: (event: InspectEvent) => void) => Promise<Report | string>;

/** Needs a terminal on stdin too. */
export const openBrowseScreen = (
  terminal: Terminal,
  look: ScreenLook & { readonly links: boolean },
  report: Report,
  runAgain: RunAgain,
): OpenBrowseScreen => {
  const { stdout } = terminal;
  const store = createStore(browse, openBrowse(report, look, sizeOf(stdout)));
  const progress = createProgressStore();
  const run = async (): Promise<void> => {
    const result = await runAgain(progress.tell);
    store.tell(typeof result === 'string' ? { type: 'no-report', words: result } : { type: 'report', report: result });
  };
  let running = false;
  const left = new Promise<NonNullable<Browse['left']>>((resolve) => {
    store.subscribe(() => {
      const state = store.get();
      if (state.left !== null) resolve(state.left);
      const starts = state.running && !running;
      running = state.running;
      if (starts) void run();
    });
  });
  const onResize = () => store.tell({ type: 'resize', size: sizeOf(stdout) });
  // Before Ink hears of it, so that it draws for the new size at once.
  stdout.prependListener('resize', onResize);
  const screen = openScreen(
    terminal,
    <>
      <BrowseScreen store={store} progress={progress} />
      <BrowseKeys onKey={(key) => store.tell({ type: 'key', key })} />
    </>,
  );
  return {
    left,
    close: async () => {
      stdout.off('resize', onResize);
      await screen.close();
    },
  };
};
