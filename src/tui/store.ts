import type { InspectEvent } from '../events.js';
import { advance, noProgress, type Progress } from './progress.js';

/** Holds what a screen draws. Components subscribe; only `tell` changes it, by a pure function. */
export interface Store<State, Event> {
  tell(event: Event): void;
  get(): State;
  /** Calls `listener` after each change; the result takes it back. */
  subscribe(listener: () => void): () => void;
}

export const createStore = <State, Event>(
  reduce: (state: State, event: Event) => State,
  first: State,
): Store<State, Event> => {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    tell: (event) => {
      state = reduce(state, event);
      for (const listener of listeners) listener();
    },
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Holds the progress of one run. */
export type ProgressStore = Store<Progress, InspectEvent>;

export const createProgressStore = (): ProgressStore => createStore(advance, noProgress);
