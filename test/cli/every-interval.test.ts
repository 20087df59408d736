import { describe, expect, it } from 'vitest';
import { type Clock, everyInterval } from '../../src/cli/every-interval.js';

/** A clock that moves only by what is waited for and by what the work takes. */
const fakeClock = () => {
  let now = 0;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  return { clock, waits, pass: (milliseconds: number) => (now += milliseconds) };
};

const never = new AbortController().signal;

describe('everyInterval', () => {
  it('counts from start to start, and lets a long run end before the next', async () => {
    const { clock, waits, pass } = fakeClock();
    const starts: number[] = [];
    const announced: number[] = [];
    const takes = [1000, 9000, 0, 0];
    let running = 0;
    const work = async (): Promise<boolean> => {
      running += 1;
      expect(running).toBe(1);
      starts.push(clock.now());
      await Promise.resolve();
      pass(takes[starts.length - 1] ?? 0);
      running -= 1;
      return starts.length < 4;
    };
    await everyInterval(5000, work, never, clock, (milliseconds) => announced.push(milliseconds));
    expect(starts).toEqual([0, 5000, 14_000, 19_000]);
    expect(waits).toEqual([4000, 0, 5000]);
    expect(announced).toEqual(waits);
  });

  it('ends where the signal comes, during the work or between', async () => {
    for (const when of ['work', 'wait'] as const) {
      const controller = new AbortController();
      const { clock } = fakeClock();
      let runs = 0;
      const work = async (): Promise<boolean> => {
        runs += 1;
        if (when === 'work') controller.abort();
        return true;
      };
      const ending: Clock = { ...clock, wait: async () => controller.abort() };
      await everyInterval(5000, work, controller.signal, ending, () => {});
      expect(runs).toBe(1);
    }
  });
});
