import { describe, expect, it } from 'vitest';
import { headline } from '../../src/report/headline.js';
import type { Outcome, Report } from '../../src/report/report.js';
import { addToTally, EMPTY_TALLY } from '../../src/report/tally.js';
import { reportFixture } from '../render/report-fixture.js';
import { finding } from './finding.js';

const report = (input: string, outcome: Outcome, counts: Partial<Report['counts']> = {}): Report => ({
  ...reportFixture,
  input,
  outcome,
  counts: { ...reportFixture.counts, error: 0, warning: 0, ...counts },
});

const tallyOf = (...reports: readonly Report[]) => reports.reduce(addToTally, EMPTY_TALLY);

describe('a tally', () => {
  it('counts outcomes and keeps those that are not well, the worst last', () => {
    const tally = tallyOf(
      report('broken', 'fail', { error: 1 }),
      report('well', 'pass'),
      report('ruined', 'fail', { error: 3 }),
      report('doubtful', 'unknown'),
      report('poor', 'warn', { warning: 1 }),
      report('lame', 'fail', { error: 1, warning: 2 }),
    );
    expect(tally.counts).toEqual({ pass: 1, warn: 1, unknown: 1, fail: 3 });
    expect(tally.worst.map(({ input }) => input)).toEqual(['poor', 'doubtful', 'broken', 'lame', 'ruined']);
  });

  it('keeps no more than ten, in the order in which they came where they are alike', () => {
    const reports = Array.from({ length: 1000 }, (_, index) => report(`${index}`, index === 500 ? 'fail' : 'warn'));
    const { counts, worst } = tallyOf(...reports);
    expect(counts).toEqual({ pass: 0, warn: 999, unknown: 0, fail: 1 });
    expect(worst.map(({ input }) => input)).toEqual(
      [...Array(9).keys()].map((index) => `${991 + index}`).concat('500'),
    );
  });

  it('takes one that was cut short for no outcome', () => {
    const cut = report('cut', 'unknown');
    const tally = tallyOf({ ...cut, setting: { ...cut.setting, interrupted: true } });
    expect(tally).toEqual({ ...EMPTY_TALLY, interrupted: 1 });
  });
});

describe('a headline', () => {
  const failed = (severity: 'error' | 'warning' | 'notice', title: string, subject: string | null = null) =>
    finding({ outcome: 'fail', severity, title, subject });

  it.each([
    [[failed('error', 'A')], 'A'],
    [[failed('error', 'A', 'at b')], 'A (at b)'],
    [[failed('error', 'A at b', 'b')], 'A at b'],
    [[failed('error', 'A'), failed('warning', 'B'), failed('notice', 'C')], 'A (and 1 more)'],
  ])('says what is worst: %#', (findings, words) => {
    expect(headline({ ...reportFixture, outcome: 'fail', findings })).toBe(words);
  });

  it.each([
    ['pass', 'pass', 'fail', 'servers'],
    ['pass', 'unknown', 'pass', 'clients'],
    ['unknown', 'unknown', 'unknown', 'servers'],
    ['unknown', 'pass', 'unknown', 'clients'],
  ] as const)('says for %s (%s, %s) what the side says that is so: %s', (outcome, servers, clients, words) => {
    const federation = { outcome: servers, summary: 'servers' };
    const client = { outcome: clients, summary: 'clients' };
    expect(headline({ outcome, federation, client, findings: [failed('notice', 'C')] })).toBe(words);
  });
});
