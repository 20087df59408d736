import type { InspectEvent } from '../../events.js';
import type { Report } from '../../report/report.js';
import { Keys } from '../components/keys.js';
import type { ScreenLook } from '../components/live-screen.js';
import { createStore } from '../create-store.js';
import { openScreen } from '../open-screen.js';
import { createProgressStore } from '../store.js';
import type { Terminal } from '../terminal.js';
import { WatchScreen } from './components/watch-screen.js';
import { noWatch, watch } from './watch.js';

/** A terminal on which one run after the other is shown. */
export interface OpenWatchScreen {
  /** Of the run that goes on. */
  readonly tell: (event: InspectEvent) => void;
  add(report: Report): void;
  waiting(until: Date): void;
  /** Takes it off the terminal again and leaves nothing of it. */
  close(): Promise<void>;
}

export const openWatchScreen = (
  terminal: Terminal,
  look: ScreenLook,
  intervalMs: number,
  { onInterrupt, onLeave }: { readonly onInterrupt: () => void; readonly onLeave: () => void },
): OpenWatchScreen => {
  const store = createStore(watch, noWatch);
  const progress = createProgressStore();
  const hasKeys = terminal.stdin.isTTY;
  const screen = openScreen(
    terminal,
    <>
      <WatchScreen
        store={store}
        progress={progress}
        look={look}
        hint={`every ${intervalMs / 1000} s, ${hasKeys ? 'q' : 'Ctrl-C'} ends`}
      />
      {hasKeys ? <Keys onInterrupt={onInterrupt} onKey={(key) => (key === 'q' ? onLeave() : undefined)} /> : null}
    </>,
  );
  return {
    tell: (event) => {
      if (event.type === 'started') store.tell({ type: 'started' });
      progress.tell(event);
    },
    add: (report) => store.tell({ type: 'report', report }),
    waiting: (until) => store.tell({ type: 'waiting', nextAt: until.toISOString() }),
    close: () => screen.close(),
  };
};
