import type { InspectEvent } from '../events.js';
import { advance, noProgress, type Progress } from './progress.js';

/** Holds the progress of one run. Components subscribe; only `tell` changes it, by `advance`. */
export interface ProgressStore {
  tell(event: InspectEvent): void;
  get(): Progress;
  /** Calls `listener` after each change; the result takes it back. */
  subscribe(listener: () => void): () => void;
}

export const createProgressStore = (): ProgressStore => {
  const listeners = new Set<() => void>();
  let progress = noProgress;
  return {
    tell: (event) => {
      progress = advance(progress, event);
      for (const listener of listeners) listener();
    },
    get: () => progress,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
