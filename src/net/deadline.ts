/** Why a wait was stopped: its own limit passed, or the whole run is over. */
export type StopCause = 'limit' | 'run';

/**
 * The time of one run. Every wait in this folder is bounded by it, because undici's own timers bound neither a stalled handshake nor a
 * dripping body, and nothing may outlive the run.
 */
export interface Deadline {
  readonly timeoutMs: number;
  /** True once the time has passed; frozen when the run is closed. */
  readonly passed: boolean;
  /** Passed or closed: nothing new may begin. */
  readonly over: boolean;
  /** Calls `stop` after `ms`, or at the end of the run if that comes first. The result takes it back. */
  after(ms: number, stop: (cause: StopCause) => void): () => void;
  /** Ends the run now: stops every wait. */
  close(): void;
}

/** Starts a run that lasts `timeoutMs`. */
export const startDeadline = (timeoutMs: number): Deadline => {
  const endsAt = performance.now() + timeoutMs;
  const stops = new Set<() => void>();
  let state: 'running' | 'passed' | 'closed' = 'running';

  const end = (how: 'passed' | 'closed') => {
    if (state !== 'running') return;
    state = how;
    clearTimeout(timer);
    for (const stop of [...stops]) stop();
  };
  // A wait that is under way keeps the process alive by its own socket and timer; the run as such does not.
  const timer = setTimeout(() => end('passed'), timeoutMs).unref();
  const look = () => {
    if (state === 'running' && performance.now() >= endsAt) end('passed');
    return state;
  };

  return {
    timeoutMs,
    get passed() {
      return look() === 'passed';
    },
    get over() {
      return look() !== 'running';
    },
    after(ms, stop) {
      let waiting = true;
      const call = (cause: StopCause) => {
        if (!waiting) return;
        cancel();
        stop(cause);
      };
      const atEnd = () => call('run');
      const limit = ms < endsAt - performance.now() ? setTimeout(() => call('limit'), ms) : undefined;
      const cancel = () => {
        waiting = false;
        clearTimeout(limit);
        stops.delete(atEnd);
      };
      if (look() === 'running') stops.add(atEnd);
      else queueMicrotask(atEnd);
      return cancel;
    },
    close: () => end('closed'),
  };
};
