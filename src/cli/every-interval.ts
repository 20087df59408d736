import { setTimeout as sleep } from 'node:timers/promises';

/** Time, for what goes on for hours. Tests bring their own. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Ends early where the signal comes. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
};

/**
 * Works again and again until `work` gives false or the signal comes. The interval counts from start to start; work that takes longer is followed by the next
 * at once, and never overlaps it. `waiting` hears how many milliseconds there are until the next one.
 */
export const everyInterval = async (
  intervalMs: number,
  work: () => Promise<boolean>,
  signal: AbortSignal,
  clock: Clock,
  waiting: (milliseconds: number) => void,
): Promise<void> => {
  while (!signal.aborted) {
    const startedAt = clock.now();
    if (!(await work()) || signal.aborted) return;
    const rest = Math.max(0, intervalMs - (clock.now() - startedAt));
    waiting(rest);
    await clock.wait(rest, signal);
  }
};
