import { describe, expect, it } from 'vitest';
import { count } from '../../src/report/counts.js';
import { exitCode, worstExitCode } from '../../src/report/exit-code.js';
import { sideOutcome, worstOutcome } from '../../src/report/outcome.js';
import type { Outcome } from '../../src/report/report.js';
import { finding } from './finding.js';

const failed = (severity: 'error' | 'warning' | 'notice' | 'info') => finding({ outcome: 'fail', severity });
const passed = finding({ outcome: 'pass' });
const untested = finding({ outcome: 'not-tested' });
const inapplicable = finding({ outcome: 'not-applicable' });

describe('sideOutcome', () => {
  it.each([
    ['a failed error', [passed, failed('warning'), failed('error')], 'fail'],
    ['a failed warning', [passed, failed('notice'), failed('warning')], 'warn'],
    ['notices and information', [passed, failed('notice'), failed('info')], 'pass'],
    ['something not tested beside something passed', [passed, untested], 'pass'],
    ['nothing but untested', [untested, untested], 'unknown'],
    ['nothing that applies', [inapplicable], 'pass'],
    ['nothing at all', [], 'unknown'],
    ['an error of another side', [passed, finding({ area: 'client', outcome: 'fail' })], 'pass'],
  ] as const)('%s', (_, findings, expected) => {
    expect(sideOutcome('federation', findings, true)).toBe(expected);
  });

  it('is unknown where nobody could judge, whatever passed on the way', () => {
    expect(sideOutcome('federation', [passed, failed('warning')], false)).toBe('unknown');
  });

  it('does not hide an error behind a doubt', () => {
    expect(sideOutcome('federation', [failed('error')], false)).toBe('fail');
  });
});

describe('worstOutcome', () => {
  it.each([
    [['pass', 'warn'], 'warn'],
    [['warn', 'unknown', 'pass'], 'unknown'],
    [['unknown', 'fail', 'warn'], 'fail'],
    [[], 'pass'],
  ] as const)('%j: %s', (outcomes, expected) => {
    expect(worstOutcome(outcomes)).toBe(expected);
  });
});

describe('exit codes', () => {
  it.each([
    ['pass', 0, 0],
    ['warn', 0, 1],
    ['fail', 2, 2],
    ['unknown', 3, 3],
  ] as const)('%s: %i, with --fail-on warning %i', (outcome: Outcome, onError, onWarning) => {
    expect(exitCode({ outcome })).toBe(onError);
    expect(exitCode({ outcome }, 'warning')).toBe(onWarning);
  });

  it('takes the worst of several, in the order 2, 3, 1, 0', () => {
    expect(worstExitCode([0, 1, 3, 2])).toBe(2);
    expect(worstExitCode([1, 0, 3])).toBe(3);
    expect(worstExitCode([0, 1])).toBe(1);
    expect(worstExitCode([0])).toBe(0);
    expect(worstExitCode([])).toBe(0);
  });
});

describe('count', () => {
  it('counts failures by severity and the rest by outcome', () => {
    const findings = [
      failed('error'),
      failed('warning'),
      failed('warning'),
      failed('info'),
      passed,
      untested,
      inapplicable,
    ];
    expect(count(findings)).toEqual({
      pass: 1,
      error: 1,
      warning: 2,
      notice: 0,
      info: 1,
      notTested: 1,
      notApplicable: 1,
    });
  });
});
