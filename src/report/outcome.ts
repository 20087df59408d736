import { AREAS, type Side } from '../checks/area.js';
import type { Finding, Outcome } from './report.js';

/** The worst one; a known outage beats a doubt, as in the exit codes. `pass` for an empty list. */
export const worstOutcome = (outcomes: readonly Outcome[]): Outcome =>
  WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'pass';

/** Whether any check of that side was asked for: every check that runs leaves a finding. */
export const isAskedFor = (side: Side, findings: readonly Finding[]): boolean => ofSide(side, findings).length > 0;

/**
 * What the findings of one side say together. `unknown` where nobody could judge: `judgeable` false (blind from here, or nothing that
 * was needed could be reached from this machine), no check of that side asked for, or every one of them not tested.
 */
export const sideOutcome = (side: Side, findings: readonly Finding[], judgeable: boolean): Outcome => {
  const own = ofSide(side, findings);
  const failed = own.filter(({ outcome }) => outcome === 'fail');
  if (failed.some(({ severity }) => severity === 'error')) return 'fail';
  if (!judgeable || own.every(({ outcome }) => outcome === 'not-tested')) return 'unknown';
  return failed.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
};

const WORST_FIRST = ['fail', 'unknown', 'warn', 'pass'] as const satisfies readonly Outcome[];

const ofSide = (side: Side, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ area }) => AREAS[area] === side);
