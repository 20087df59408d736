import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.js';
import { fuzzTarget } from './fuzz-target.js';
import type { FuzzTarget } from './target.js';
import { TARGETS } from './targets.js';

const toy = (run: (input: string) => void, limitMs = 1000): FuzzTarget => ({
  name: 'toy',
  limitMs,
  weight: 1,
  attempt: (chance) => {
    const input = String(chance.below(100));
    return { input, run: () => run(input) };
  },
});

const spin = (cpuMs: number): void => {
  const before = process.cpuUsage();
  while (process.cpuUsage(before).user + process.cpuUsage(before).system < cpuMs * 1000);
};

describe('fuzzing', () => {
  it('can be repeated', () => {
    const values = (seed: number, run: number) => {
      const chance = chanceOf(seed, 'toy', run);
      return [chance.below(1_000_000), chance.bytes(8).toString('hex'), chance.pick([1, 2, 3])];
    };
    expect(values(7, 3)).toEqual(values(7, 3));
    expect(values(7, 3)).not.toEqual(values(8, 3));
    expect(values(7, 3)).not.toEqual(values(7, 4));
  });

  it('tells what crashed, and the number that repeats it', () => {
    const target = toy((input) => {
      if (input === '42') throw new TypeError('of no use');
    });
    const { findings, runs } = fuzzTarget(target, 1, 0, { runs: 300, seconds: 600 });
    expect(runs).toBe(300);
    expect(findings.length).toBeGreaterThan(0);
    for (const { run, what, input } of findings) {
      expect(what).toContain('of no use');
      expect(input).toBe('42');
      expect(fuzzTarget(target, 1, run, { runs: 1, seconds: 600 }).findings).toHaveLength(1);
    }
  });

  it('tells what takes too long each time, and not what took long once', () => {
    const slow = toy(() => spin(12), 5);
    expect(fuzzTarget(slow, 1, 0, { runs: 1, seconds: 600 }).findings[0]?.what).toMatch(/^takes .* more than 5 ms$/);
    let times = 0;
    const slowOnce = toy(() => {
      times += 1;
      if (times === 1) spin(12);
    }, 5);
    expect(fuzzTarget(slowOnce, 1, 0, { runs: 1, seconds: 600 }).findings).toEqual([]);
  });
});

describe('what strangers send, by chance', () => {
  it.each(Object.keys(TARGETS))('%s', { timeout: 120_000 }, async (name) => {
    const target = await TARGETS[name]?.();
    if (target === undefined) expect.fail(name);
    // Without the limit of time: beside other tests nobody can say what it means.
    const { findings, runs } = fuzzTarget({ ...target, limitMs: Number.POSITIVE_INFINITY }, 20261125, 0, {
      runs: name === 'facts' ? 20 : 400,
      seconds: 600,
    });
    expect(findings).toEqual([]);
    expect(runs).toBe(name === 'facts' ? 20 : 400);
  });
});
