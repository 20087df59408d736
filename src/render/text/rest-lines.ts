import type { Finding, Report } from '../../report/report.js';
import { FINDING_TERMS } from '../vocabulary.js';
import { evidenceWords, titleWords } from './finding-lines.js';
import type { Page } from './page.js';

/** What did not fail: not-tested checks by what blocked them, passed ones by area; each by itself where everything is to be shown. */
export const restLines = ({ findings }: Report, page: Page): readonly string[] => {
  const having = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome);
  return [
    ...notTestedLines(having('not-tested'), page),
    ...(page.options.verbose
      ? [...passedLines(having('pass'), page), ...notApplicableLines(having('not-applicable'), page)]
      : passedSummary(having('pass'), page)),
  ];
};

/** "41 passed, 1 error, 2 warnings, 6 not tested, 3 do not apply        0.4 s" */
export const countLines = ({ counts, durationMs }: Report, page: Page): readonly string[] => {
  const words = [
    `${counts.pass} passed`,
    ...plural(counts.error, 'error', 'errors'),
    ...plural(counts.warning, 'warning', 'warnings'),
    ...plural(counts.notice, 'notice', 'notices'),
    ...plural(counts.info, 'info', 'info'),
    ...plural(counts.notTested, 'not tested', 'not tested'),
    ...plural(counts.notApplicable, 'does not apply', 'do not apply'),
  ];
  return page.hang('', `${words.join(', ')}; ${(durationMs / 1000).toFixed(1)} s`);
};

const plural = (count: number, one: string, several: string): readonly string[] => {
  if (count === 0) return [];
  return [count === 1 ? `1 ${one}` : `${count} ${several}`];
};

const notTestedLines = (findings: readonly Finding[], page: Page): readonly string[] => {
  if (findings.length === 0) return [];
  const lead = `${page.symbol(FINDING_TERMS['not-tested'])} `;
  return [
    page.heading('Not tested'),
    ...group(findings, ({ because }) => because ?? '').flatMap(([because, blocked]) => {
      const ids = distinct(blocked.map(({ id }) => id));
      const shown = page.options.verbose || ids.length <= 3 ? ids.join(', ') : `${ids.length} checks`;
      return page.hang(`  ${lead}`, `${shown}: ${because}`);
    }),
    '',
  ];
};

const passedSummary = (findings: readonly Finding[], page: Page): readonly string[] => {
  if (findings.length === 0) return [];
  const areas = group(findings, ({ area }) => area).map(([area, passed]) => `${area} ${passed.length}`);
  return [...page.hang(`${page.symbol(FINDING_TERMS.pass)} passed: `, areas.join(', ')), ''];
};

const passedLines = (findings: readonly Finding[], page: Page): readonly string[] =>
  section('Passed', findings, page, (finding) => [
    ...page.hang(`  ${page.symbol(FINDING_TERMS.pass)} `, `${titleWords(finding)}  ${finding.id}`),
    ...evidenceWords(finding.evidence).flatMap((line) => page.hang('      ', line)),
  ]);

const notApplicableLines = (findings: readonly Finding[], page: Page): readonly string[] =>
  section('Does not apply', findings, page, (finding) =>
    page.hang(`  ${page.symbol(FINDING_TERMS['not-applicable'])} `, `${finding.id}: ${finding.because}`),
  );

const section = (
  heading: string,
  findings: readonly Finding[],
  page: Page,
  lines: (finding: Finding) => readonly string[],
): readonly string[] => (findings.length === 0 ? [] : [page.heading(heading), ...findings.flatMap(lines), '']);

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const group = (
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): readonly (readonly [string, readonly Finding[]])[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(keyOf(finding), [...(groups.get(keyOf(finding)) ?? []), finding]);
  return [...groups];
};
