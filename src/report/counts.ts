import type { Counts, Finding } from './report.js';

export const count = (findings: readonly Finding[]): Counts => {
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  const ofSeverity = (severity: Finding['severity']) =>
    failed.filter((finding) => finding.severity === severity).length;
  const ofOutcome = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).length;
  return {
    pass: ofOutcome('pass'),
    error: ofSeverity('error'),
    warning: ofSeverity('warning'),
    notice: ofSeverity('notice'),
    info: ofSeverity('info'),
    notTested: ofOutcome('not-tested'),
    notApplicable: ofOutcome('not-applicable'),
  };
};
