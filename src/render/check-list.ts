import type { CheckDescription } from '../report/check-description.js';
import { openPage, pad, type TextOptions } from './text/page.js';
import { SEVERITY_TERMS } from './vocabulary.js';

/** Every check with its severity, what holds where it passes, and whom it hits where not, by area. */
export const renderCheckList = (checks: readonly CheckDescription[], options: TextOptions): string => {
  const page = openPage(options);
  const widest = Math.max(0, ...checks.map(({ id }) => id.length));
  const lines = checks.flatMap(({ id, severity, affects, title }) => {
    const { ink, word } = SEVERITY_TERMS[severity];
    return page.narrow
      ? [...page.hang('', `${id} (${word}: ${affects})`), ...page.hang('    ', title)]
      : page.hang(`${pad(id, widest)}  ${page.paint(ink, pad(word, 7))}  `, `${title} (${affects})`);
  });
  return `${lines.join('\n')}\n\n${checks.length} checks; "matrix-discovery explain ID" says more about one.\n`;
};

/** The same as a Markdown table, for the README. */
export const renderCheckTable = (checks: readonly CheckDescription[]): string => {
  const rows = checks.map(
    ({ id, severity, affects, level, title, spec }) =>
      `| \`${id}\` | ${severity} | ${affects} | [${level}](${spec}) | ${cell(title)} |`,
  );
  return `${['| Check | Severity | Affects | Level | What holds where it passes |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')}\n`;
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
