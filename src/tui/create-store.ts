/** Holds what a screen draws and hears. Components subscribe; only `tell` changes it, by a pure function. */
export interface Store<State, Event> {
  tell(event: Event): void;
  get(): State;
  /** Calls `listener` at once after each change; the result takes it back. */
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
