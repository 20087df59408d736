import type { Report } from '../report/report.js';
import { safeReport } from './safe-report.js';
import { destinationLines } from './text/destination-lines.js';
import { findingLines } from './text/finding-lines.js';
import { openPage, type TextOptions } from './text/page.js';
import { countLines, restLines } from './text/rest-lines.js';
import { settingLines } from './text/setting-lines.js';
import { verdictLines } from './text/verdict.js';
import { walkLines } from './text/walk-lines.js';

/** The report for people, most important first: the verdict, what is wrong and how to mend it, how servers get there, the rest. */
export const renderText = (unsafe: Report, options: TextOptions): string => {
  const report = safeReport(unsafe);
  const page = openPage(options);
  const failed = report.findings.filter(({ outcome }) => outcome === 'fail');
  return blocks([
    verdictLines(report, page),
    ...failed.map((finding) => findingLines(finding, page)),
    walkLines(report.federation, page),
    destinationLines(report.federation.destinations, page),
    [...settingLines(report, page), ...restLines(report, page), ...countLines(report, page)],
  ]);
};

/** Blocks of lines, an empty line between them. */
export const blocks = (lines: readonly (readonly string[])[]): string =>
  `${lines
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
