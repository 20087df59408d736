import type { Check } from '../../src/checks/check.js';
import type { Facts } from '../../src/facts/facts.js';
import { findings } from '../../src/report/findings.js';

/** What a check says of facts, short enough to compare: its outcomes, and for failures the filled title. */
export const judge = (check: Check, facts: Facts): readonly string[] =>
  findings(check, facts).map((finding) => {
    if (finding.outcome === 'fail') return `fail: ${finding.title}`;
    return finding.because === null ? finding.outcome : `${finding.outcome}: ${finding.because}`;
  });
