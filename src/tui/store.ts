import type { InspectEvent } from '../events.js';
import { createStore, type Store } from './create-store.js';
import { advance, noProgress, type Progress } from './progress.js';

/** Holds the progress of one run. Listeners are called once for changes that come together: the questions of a run come in bursts. */
export type ProgressStore = Store<Progress, InspectEvent>;

export const createProgressStore = (): ProgressStore => {
  const store = createStore(advance, noProgress);
  return { ...store, subscribe: (listener) => store.subscribe(joined(listener)) };
};

/** Calls `listener` a moment after the first of several calls. */
const joined = (listener: () => void): (() => void) => {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      listener();
    }, FRAME_MS).unref();
  };
};

/** More frames than these nobody sees. */
const FRAME_MS = 50;
