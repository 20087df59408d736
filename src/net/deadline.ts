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

/** Node's timers ring at once for more than this, which is 24 days. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Starts a run that lasts `timeoutMs`. Throws a RangeError for a time that no timer can hold. */
export const startDeadline = (timeoutMs: number): Deadline => {
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)) {
    throw new RangeError(`timeoutMs: expected more than 0 and at most ${MAX_TIMEOUT_MS}, got ${timeoutMs}`);
  }
  const endsAt = performance.now() + timeoutMs;
  const stops = new Set<() => void>();
  let state: 'running' | 'passed' | 'closed' = 'running';

  const end = (how: 'passed' | 'closed') => {
    if (state !== 'running') return;
    state = how;
    timer.stop();
    for (const stop of [...stops]) stop();
  };
  // A wait that is under way keeps the process alive by its own socket and timer; the run as such does not.
  const timer = startTimer(timeoutMs, () => end('passed'), { keepsAlive: false });
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
      const limit = ms < endsAt - performance.now() ? startTimer(ms, () => call('limit')) : undefined;
      const cancel = () => {
        waiting = false;
        limit?.stop();
        stops.delete(atEnd);
      };
      if (look() === 'running') stops.add(atEnd);
      else queueMicrotask(atEnd);
      return cancel;
    },
    close: () => end('closed'),
  };
};

/**
 * Rings after what has already arrived was read: when the event loop was held up, a timer that is due would otherwise beat an answer that
 * is waiting in its socket.
 */
const startTimer = (ms: number, ring: () => void, { keepsAlive } = { keepsAlive: true }): { stop(): void } => {
  let immediate: NodeJS.Immediate | undefined;
  const timeout = setTimeout(() => {
    immediate = setImmediate(ring);
  }, ms);
  if (!keepsAlive) timeout.unref();
  return {
    stop: () => {
      clearTimeout(timeout);
      clearImmediate(immediate);
    },
  };
};
