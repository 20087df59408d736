import { render } from 'ink';
import type { InspectEvent } from '../events.js';
import { LiveScreen, type ScreenLook } from './components/live-screen.js';
import { createProgressStore } from './store.js';

/** A live screen that is drawn on a terminal. */
export interface OpenScreen {
  readonly tell: (event: InspectEvent) => void;
  /** Takes it off the terminal again and leaves nothing of it; resolves when that is done. */
  close(): Promise<void>;
}

/** Draws on `stdout`, which has to be a terminal. What follows on it is written after `close`. */
export const openLiveScreen = (stdout: NodeJS.WriteStream, look: ScreenLook): OpenScreen => {
  const store = createProgressStore();
  const screen = render(<LiveScreen store={store} look={look} />, {
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 15,
  });
  return {
    tell: store.tell,
    close: async () => {
      screen.rerender(null);
      screen.unmount();
      await screen.waitUntilExit();
      screen.cleanup();
    },
  };
};
