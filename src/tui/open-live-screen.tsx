import type { InspectEvent } from '../events.js';
import { Keys } from './components/keys.js';
import { LiveScreen, type ScreenLook } from './components/live-screen.js';
import { openScreen } from './open-screen.js';
import { createProgressStore } from './store.js';
import type { Terminal } from './terminal.js';

/** A live screen that is drawn on a terminal. */
export interface OpenLiveScreen {
  readonly tell: (event: InspectEvent) => void;
  /** Takes it off the terminal again and leaves nothing of it; resolves when that is done. */
  close(): Promise<void>;
}

/** What is to happen at keys. */
export interface ScreenKeys {
  /** Ctrl-C. */
  readonly onInterrupt: () => void;
  /** Any other key, as the text that it gives. */
  readonly onKey?: (key: string) => void;
  /** What the status line says of keys: "i: stay here". */
  readonly hint?: string;
}

/** Draws on the terminal. What follows on it is written after `close`. */
export const openLiveScreen = (terminal: Terminal, look: ScreenLook, keys: ScreenKeys): OpenLiveScreen => {
  const store = createProgressStore();
  const { onInterrupt, onKey = () => {}, hint = '' } = keys;
  const screen = openScreen(
    terminal,
    <>
      <LiveScreen store={store} look={look} hint={hint} />
      {terminal.stdin.isTTY ? <Keys onInterrupt={onInterrupt} onKey={onKey} /> : null}
    </>,
    PATIENCE_MS,
  );
  return { tell: store.tell, close: () => screen.close() };
};

/** A run that is over before is better off without a flash. */
const PATIENCE_MS = 150;
