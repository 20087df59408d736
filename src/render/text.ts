import type { Finding, Report } from '../report/report.js';
import { safeReport } from './safe-report.js';
import { clientLines } from './text/client-lines.js';
import { destinationLines } from './text/destination-lines.js';
import { findingLines, remedyKey } from './text/finding-lines.js';
import { openPage, type Page, type TextOptions } from './text/page.js';
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
    interruptedLines(report, page),
    verdictLines(report, page),
    ...failed.map((finding, index) => findingLines(finding, page, shownBefore(failed.slice(0, index), finding))),
    walkLines(report.federation, page),
    destinationLines(report.federation.destinations, page),
    clientLines(report.client, page),
    [...settingLines(report, page), ...restLines(report, page), ...countLines(report, page)],
  ]);
};

/** First of all, since nothing below is whole. */
const interruptedLines = ({ setting, durationMs }: Report, page: Page): readonly string[] =>
  setting.interrupted
    ? page.hang(
        '',
        page.paint('yellow', `Interrupted after ${(durationMs / 1000).toFixed(1)} s: this is what was known by then.`),
      )
    : [];

/** The first check whose lines of configuration were the same: they are shown once. */
const shownBefore = (earlier: readonly Finding[], finding: Finding): string | null => {
  const key = remedyKey(finding);
  return key === null ? null : (earlier.find((other) => remedyKey(other) === key)?.id ?? null);
};

/** Blocks of lines, an empty line between them. */
export const blocks = (lines: readonly (readonly string[])[]): string =>
  `${lines
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
