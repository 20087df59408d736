import type { ResolutionReport } from '../report/resolution-report.js';
import { safeStrings } from './safe-text.js';
import { columns, openPage, type Page, type TextOptions } from './text/page.js';
import { nameWords } from './text/verdict.js';
import { walkLines } from './text/walk-lines.js';
import { blocks } from './text.js';
import { OUTCOME_TERMS } from './vocabulary.js';

/** The walk for people, and where it leads. */
export const renderResolution = (unsafe: ResolutionReport, options: TextOptions): string => {
  const report = safeStrings(unsafe);
  const page = openPage(options);
  return blocks([
    page.hang('', page.heading(nameWords(report))),
    walkLines(report, page),
    report.because === null
      ? destinationLines(report, page)
      : noneLines(report.because, report.blind ? 'unknown' : 'fail', page),
  ]);
};

const destinationLines = ({ destinations }: ResolutionReport, page: Page): readonly string[] => {
  const rows = destinations.map(({ address, port, hostHeader, sni, certificateName }) => [
    `${address.includes(':') ? `[${address}]` : address}:${port}`,
    `Host: ${hostHeader}`,
    sni === null ? 'no SNI' : `SNI: ${sni}`,
    `certificate for ${certificateName}`,
  ]);
  const table = columns(rows).map((line) => `  ${line}`);
  const fits = table.every((line) => line.length <= page.options.width);
  return [
    page.heading('Destinations, in the order of use'),
    ...(fits ? table : rows.flatMap(([place = '', ...rest]) => [`  ${place}`, ...page.hang('    ', rest.join(', '))])),
  ];
};

const noneLines = (because: string, outcome: 'unknown' | 'fail', page: Page): readonly string[] =>
  page.hang(`${page.symbol(OUTCOME_TERMS[outcome])} `, `No destinations: ${because}`);
