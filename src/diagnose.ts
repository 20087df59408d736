import { checks } from './checks/index.js';
import type { Facts } from './facts/facts.js';
import { composeReport } from './report/compose-report.js';
import { findings } from './report/findings.js';
import type { Report } from './report/report.js';
import { EVERYTHING, isSelected, type Selection } from './report/selection.js';

/** Judges facts by every check of the registry that `selection` lets through. Pure and synchronous. */
export const diagnose = (facts: Facts, selection: Selection = EVERYTHING): Report =>
  composeReport(
    facts,
    checks.filter(({ id }) => isSelected(id, selection)).flatMap((check) => findings(check, facts)),
  );
