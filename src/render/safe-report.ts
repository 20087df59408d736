import type { Report } from '../report/report.js';
import { safeLines, safeStrings } from './safe-text.js';

/** A report whose texts are safe to show. The line breaks of a fix are the check's own, so they stay. */
export const safeReport = (report: Report): Report => ({
  ...safeStrings(report),
  findings: report.findings.map((finding) => ({ ...safeStrings(finding), fix: safeLines(finding.fix) })),
});
