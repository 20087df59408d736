import type { CheckDescription } from '../report/check-description.js';
import { openPage, type TextOptions } from './text/page.js';
import { SEVERITY_TERMS } from './vocabulary.js';

/** One check in all its words. */
export const renderExplanation = (check: CheckDescription, options: TextOptions): string => {
  const page = openPage(options);
  const { ink, word } = SEVERITY_TERMS[check.severity];
  const rows = [
    ['Passes', check.title],
    ['Fails', check.failureTitle],
    ['Why', check.why],
    ['Fix', check.fix],
    ['Spec', check.spec],
  ] as const;
  return `${[
    `${page.heading(check.id)}  ${page.paint(ink, word)}, ${LEVEL_WORDS[check.level]}`,
    '',
    ...rows.flatMap(([label, text]) => page.hang(`  ${label.padEnd(8)}`, text)),
  ].join('\n')}\n`;
};

const LEVEL_WORDS = {
  MUST: 'the specification demands it (MUST)',
  SHOULD: 'the specification recommends it (SHOULD)',
  advice: 'advice from experience',
} as const satisfies Record<CheckDescription['level'], string>;
