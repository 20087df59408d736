import { headline } from './headline.js';
import type { Outcome, Report } from './report.js';

/** Many reports in little room, whatever their number. */
export interface Tally {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Cut short by a signal: they count for no outcome. */
  readonly interrupted: number;
  /** Those that are not `pass`, the worst last. Of more than `MOST_KEPT` only the worst. */
  readonly worst: readonly TallyEntry[];
}

/** One report of many. */
export interface TallyEntry {
  /** What was typed. */
  readonly input: string;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly errors: number;
  readonly warnings: number;
}

export const EMPTY_TALLY: Tally = {
  counts: { pass: 0, warn: 0, fail: 0, unknown: 0 },
  interrupted: 0,
  worst: [],
};

export const addToTally = (tally: Tally, report: Report): Tally => {
  if (report.setting.interrupted) return { ...tally, interrupted: tally.interrupted + 1 };
  const { outcome } = report;
  const worst = outcome === 'pass' ? tally.worst : insert(tallyEntry(report), tally.worst);
  return { ...tally, counts: { ...tally.counts, [outcome]: tally.counts[outcome] + 1 }, worst };
};

export const tallyEntry = (report: Report): TallyEntry => ({
  input: report.input,
  outcome: report.outcome,
  headline: headline(report),
  errors: report.counts.error,
  warnings: report.counts.warning,
});

const insert = (entry: TallyEntry, worst: readonly TallyEntry[]): readonly TallyEntry[] => {
  const place = worst.findIndex((other) => badness(other, entry) > 0);
  const at = place === -1 ? worst.length : place;
  return [...worst.slice(0, at), entry, ...worst.slice(at)].slice(-MOST_KEPT);
};

/** Positive where the left one is worse. */
const badness = (left: TallyEntry, right: TallyEntry): number =>
  RISING.indexOf(left.outcome) - RISING.indexOf(right.outcome) ||
  left.errors - right.errors ||
  left.warnings - right.warnings;

/** As in the exit codes: a known outage beats a doubt. */
const RISING = ['pass', 'warn', 'unknown', 'fail'] as const satisfies readonly Outcome[];

const MOST_KEPT = 10;
