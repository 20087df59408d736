import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCheckPlan } from '../../src/cli/commands/check-plan.js';
import { checkWatch } from '../../src/cli/commands/check-watch.js';
import type { Clock } from '../../src/cli/every-interval.js';
import type { Io } from '../../src/cli/io.js';
import type { Arguments } from '../../src/cli/options/arguments.js';
import type { Report } from '../../src/report/report.js';
import { brokenWorld, type ChangingWorld, openChangingWorld, worldWith } from '../changing-world.js';

let world: ChangingWorld;
beforeEach(async () => {
  world = await openChangingWorld(await worldWith());
});
afterEach(() => world.close());

/** Options as yargs gives them. */
const argumentsOf = (options: readonly string[]): Arguments => {
  const args: Record<string, unknown> = {};
  for (const [index, word] of options.entries()) {
    const name = word.slice(2);
    if (!word.startsWith('--')) continue;
    const value = options[index + 1]?.startsWith('--') === false ? options[index + 1] : true;
    const before = args[name];
    args[name] = before === undefined ? value : [before, value].flat();
  }
  return args;
};

/** Watches, and does one thing after the other in the pauses between the runs; then the signal comes. */
const watch = async (
  options: readonly string[],
  pauses: readonly (() => Promise<void>)[],
  { isTTY = false, closesAfter = Number.POSITIVE_INFINITY } = {},
) => {
  const controller = new AbortController();
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: {
      write: async (text) => void out.push(text),
      get closed() {
        return out.length >= closesAfter;
      },
      isTTY,
      columns: 80,
    },
    stderr: { write: async (text) => void err.push(text), closed: false, isTTY: false, columns: undefined },
    readStdin: async () => '',
    env: { NO_COLOR: '1' },
    signal: controller.signal,
    interrupt: () => controller.abort(),
  };
  const left = [...pauses];
  const clock: Clock = {
    now: () => 0,
    wait: async (milliseconds) => {
      expect(milliseconds).toBe(5000);
      const next = left.shift();
      if (next === undefined) controller.abort();
      else await next();
    },
  };
  const plan = await readCheckPlan(
    { ...argumentsOf([...world.options, ...options]), watch: '5s' },
    ['example.com'],
    io,
  );
  if (plan.source.kind !== 'names' || plan.mode.kind !== 'watch') throw new Error('expected one name to be watched');
  const code = await checkWatch(plan, plan.mode, plan.source, io, clock);
  return { code, out, err };
};

const becomeBroken = async () => world.become(await brokenWorld());
const becomeWhole = async () => world.become(await worldWith());

describe('--watch', () => {
  it('prints a report a line in a pipe, each of the world as it is by then', async () => {
    const { code, out, err } = await watch([], [becomeBroken, async () => {}, becomeWhole]);
    expect(err).toEqual([]);
    expect(out.every((line) => /^[^\n]+\n$/.test(line))).toBe(true);
    const reports = out.map((line): Report => JSON.parse(line));
    expect(reports.map(({ outcome }) => outcome)).toEqual(['pass', 'fail', 'fail', 'pass']);
    expect(code).toBe(0);
  });

  it('gives the exit code of the last run', async () => {
    expect(await watch(['--json'], [becomeBroken])).toMatchObject({ code: 2, err: [] });
  });

  it('is a line of verdict for each run where that is asked for', async () => {
    const { out } = await watch(['--quiet'], [becomeBroken]);
    expect(out).toEqual([
      expect.stringMatching(/^example\.com: ok; .*\n$/),
      expect.stringMatching(/^example\.com: failed; .*\n$/),
    ]);
  });

  it('is text at a terminal without a screen: the report, and then what changes and when', async () => {
    const { out } = await watch([], [async () => {}, becomeBroken], { isTTY: true });
    const text = out.join('');
    expect(text).toMatch(/^example\.com\n\n\+ Federation {2}ok /);
    expect(text).toMatch(/\n\n\d\d:\d\d:\d\d\nx worse: Federation: failed, was ok \(/);
    expect(text.match(/^\d\d:\d\d:\d\d$/gm)).toHaveLength(1);
  });

  it('ends where the reader has gone', async () => {
    const { code, out } = await watch(['--json'], [async () => {}, async () => {}], { closesAfter: 2 });
    expect([code, out.length]).toEqual([0, 2]);
  });

  it('keeps what each run saw, a line each', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-watch-'));
    try {
      const path = join(folder, 'facts');
      await watch(['--json', '--save-facts', path], [becomeBroken]);
      const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line).factsVersion)).toEqual([1, 1]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
