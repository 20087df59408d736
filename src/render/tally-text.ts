import type { Outcome } from '../report/report.js';
import type { Tally, TallyEntry } from '../report/tally.js';
import { safeText } from './safe-text.js';
import { openPage, type Page, type TextOptions } from './text/page.js';
import { OUTCOME_TERMS } from './vocabulary.js';

/** What only the caller knows of a list. */
export interface ListRun {
  /** How many servers were to be looked at. */
  readonly total: number;
  /** Null where there is no time to speak of. */
  readonly durationMs: number | null;
  /** How to see everything about one of them; null where there is no such way. */
  readonly details: ((input: string) => string) | null;
}

/** The end of a list: how many of what, and those that are not well, the worst last, where the eye is. */
export const renderTally = (tally: Tally, { total, durationMs, details }: ListRun, options: TextOptions): string => {
  const page = openPage(options);
  const bad = tally.counts.warn + tally.counts.unknown + tally.counts.fail;
  const earlier = bad - tally.worst.length;
  const worst = tally.worst.at(-1);
  const time = durationMs === null ? '' : `; ${(durationMs / 1000).toFixed(1)} s`;
  return [
    '',
    ...page.hang('', `${page.heading(totalWords(tally, total))}: ${countWords(tally)}${time}`),
    ...(bad === 0 ? [] : ['']),
    ...(earlier > 0 ? page.hang('', `${earlier} more above, and the worst:`) : []),
    ...tally.worst.flatMap((entry) => entryLines(entry, page)),
    ...(worst === undefined || details === null ? [] : page.hang('  ', `Details: ${safeText(details(worst.input))}`)),
    '',
  ].join('\n');
};

/** "10 ok, 1 warning, 1 failed". */
export const countWords = ({ counts, interrupted }: Tally): string => {
  const words = ORDER.flatMap((outcome) =>
    counts[outcome] === 0 ? [] : [`${counts[outcome]} ${OUTCOME_TERMS[outcome].word}`],
  );
  return [...words, ...(interrupted === 0 ? [] : [`${interrupted} cut off`])].join(', ') || 'none looked at';
};

/** How many have an outcome. */
export const countDone = ({ counts }: Tally): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const totalWords = (tally: Tally, total: number): string => {
  const done = countDone(tally);
  const servers = total === 1 ? 'server' : 'servers';
  return done === total ? `${total} ${servers}` : `${done} of ${total} ${servers}`;
};

const entryLines = ({ input, outcome, headline }: TallyEntry, page: Page): readonly string[] => {
  const term = OUTCOME_TERMS[outcome];
  const [first = '', ...rest] = page.hang(
    '    ',
    `${page.paint(term.ink, safeText(input, MAX_INPUT))}: ${safeText(headline)}`,
  );
  return [`${page.symbol(term)} ${first.trimStart()}`, ...rest];
};

const ORDER = ['pass', 'warn', 'unknown', 'fail'] as const satisfies readonly Outcome[];

const MAX_INPUT = 200;
