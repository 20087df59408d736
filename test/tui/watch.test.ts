import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '../../src/render/text/page.js';
import { noWatch, watch } from '../../src/tui/watch/watch.js';
import { watchLines } from '../../src/tui/watch/watch-lines.js';
import { brokenWorld, type ChangingWorld, openChangingWorld, worldWith } from '../changing-world.js';
import { reportFixture } from '../render/report-fixture.js';
import { runAtTerminal } from './run-at-terminal.js';
import { openVirtualTerminal } from './virtual-terminal.js';

const page = openPage({ width: 79, unicode: true, colour: false, verbose: false });
const other = {
  ...reportFixture,
  observedAt: '2026-11-23T08:01:00.000Z',
  client: { ...reportFixture.client, baseUrl: null },
};

describe('the state of a watch', () => {
  it('keeps what changed, newest first, and not for ever', () => {
    let state = noWatch;
    for (let run = 0; run < 1200; run += 1) {
      state = watch(state, { type: 'report', report: run % 2 === 0 ? reportFixture : other });
    }
    expect(state).toMatchObject({ runs: 1200, since: reportFixture.observedAt });
    expect(state.log).toHaveLength(500);
    expect(state.log[0]?.at).toBe(other.observedAt);
    expect(state.log[1]?.at).toBe(reportFixture.observedAt);
  });

  it('says that nothing changed', () => {
    const first = watch(noWatch, { type: 'report', report: reportFixture });
    const again = watch(first, { type: 'report', report: { ...reportFixture, observedAt: other.observedAt } });
    expect(again.log).toEqual([]);
    const lines = watchLines({ ...again, report: reportFixture }, 20, page);
    expect(lines.slice(-2)).toEqual([expect.stringMatching(/^Changes since \d\d:\d\d:\d\d \(0\)$/), '  none so far']);
  });

  it('is never taller than its room, and leaves half of it to the changes', () => {
    let state = noWatch;
    for (let run = 0; run < 40; run += 1) {
      state = watch(state, { type: 'report', report: run % 2 === 0 ? reportFixture : other });
    }
    for (let rows = 1; rows < 60; rows += 1) {
      const lines = watchLines({ ...state, report: reportFixture }, rows, page);
      expect(lines.length).toBeLessThanOrEqual(rows);
      const changes = lines.length - lines.findIndex((line) => line.startsWith('Changes since'));
      expect(changes).toBeGreaterThanOrEqual(Math.min(Math.ceil(rows / 2), 40));
      expect(lines.every((line) => stringWidth(line) > 0 || line === '')).toBe(true);
    }
  });
});

describe('--watch at a terminal', () => {
  let world: ChangingWorld;
  beforeEach(async () => {
    world = await openChangingWorld(await brokenWorld());
  });
  afterEach(() => world.close());

  it('shows what changed since the last run, and ends with the last report as text', async () => {
    const terminal = openVirtualTerminal(100, 30);
    const run = runAtTerminal(['check', 'example.com', '--watch', '5s', ...world.options], terminal);
    const first = await terminal.until(/run 1 at .*, the next at/);
    expect(first).toMatch(/^example\.com\nFederation {2}\u2717 failed: [\s\S]*\nFindings \(2\)\n/);
    expect(first).toMatch(/\nChanges since \d\d:\d\d:\d\d \(0\)\n {2}none so far\n/);
    await world.become(await worldWith());
    const second = await terminal.until(/better: Federation[\s\S]*run \d+ at/);
    expect(second).toMatch(/^example\.com\nFederation {2}\u2713 ok: /);
    expect(second).toMatch(/\n {2}\d\d:\d\d:\d\d \u2713 better: Federation: ok, was failed/);
    terminal.resize(40, 12);
    expect((await terminal.until(/^example\.com {2}Federation/)).split('\n').length).toBeLessThan(12);
    terminal.type('q');
    expect(await run.code).toBe(0);
    expect(terminal.isSecondScreen()).toBe(false);
    expect(terminal.everything()).toMatch(/^example\.com\n[\s\S]*182 passed/);
  });

  it('ends at Ctrl-C with 130', async () => {
    const terminal = openVirtualTerminal(80, 24);
    const run = runAtTerminal(['check', 'example.com', '--watch', ...world.options], terminal);
    await terminal.until(/run 1 at .*; every 60 s, q ends/);
    terminal.type('\u0003');
    expect(await run.code).toBe(130);
    expect(terminal.everything()).toMatch(/Federation {2}failed/);
  });
});
