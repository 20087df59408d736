import type { Outcome, Report } from './report.js';

/** 0 nothing failed, 1 warnings that count, 2 something failed, 3 could not be judged. */
export type ExitCode = 0 | 1 | 2 | 3;

/** From which outcome on a run counts as failed. */
export type FailOn = 'warning' | 'error';

export const exitCode = (report: Pick<Report, 'outcome'>, failOn: FailOn = 'error'): ExitCode => {
  const codes = {
    pass: 0,
    warn: failOn === 'warning' ? 1 : 0,
    fail: 2,
    unknown: 3,
  } as const satisfies Record<Outcome, ExitCode>;
  return codes[report.outcome];
};

/** A known outage beats a doubt, a doubt beats a warning: 2 > 3 > 1 > 0. No code at all is 0. */
export const worstExitCode = (codes: readonly ExitCode[]): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? 0;

const WORST_FIRST = [2, 3, 1, 0] as const satisfies readonly ExitCode[];
