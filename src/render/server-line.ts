import stringWidth from 'string-width';
import type { Report } from '../report/report.js';
import { tallyEntry } from '../report/tally.js';
import { safeText } from './safe-text.js';
import { openPage, pad, type TextOptions } from './text/page.js';
import { OUTCOME_TERMS } from './vocabulary.js';

/** How a line of a list is set. */
export interface ServerLineOptions extends TextOptions {
  /** The column of the names. */
  readonly nameWidth: number;
  /** Cut at `width`, for a terminal; in a file a line is as long as it has to be. */
  readonly cut: boolean;
}

/** One server of several in one line: "x b.example  failed   No server gets through ... (and 2 more)". */
export const renderServerLine = (report: Report, options: ServerLineOptions): string => {
  const page = openPage(options);
  const { input, outcome, headline } = tallyEntry(report);
  const term = OUTCOME_TERMS[outcome];
  const word = report.setting.interrupted ? 'cut off' : term.word;
  const lead = `${page.symbol(term)} ${pad(safeText(input, MAX_INPUT), options.nameWidth)}  ${page.paint(term.ink, word)}`;
  const room = options.width - stringWidth(lead) - GAP - (WORD - word.length);
  const words = report.setting.interrupted ? '' : safeText(headline);
  return `${`${lead}${' '.repeat(WORD - word.length + GAP)}${options.cut ? cutText(words, room, options.unicode) : words}`.trimEnd()}\n`;
};

/** As long as the longest name, within reason. */
export const nameColumn = (inputs: readonly string[]): number =>
  Math.min(MAX_COLUMN, Math.max(0, ...inputs.map((input) => stringWidth(safeText(input, MAX_INPUT)))));

const cutText = (text: string, width: number, unicode: boolean): string => {
  if (stringWidth(text) <= width) return text;
  const mark = unicode ? '\u2026' : '...';
  let cut = text.slice(0, Math.max(0, width));
  while (cut !== '' && stringWidth(cut) + mark.length > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}${mark}`;
};

const MAX_INPUT = 200;
const MAX_COLUMN = 32;
const WORD = 7;
const GAP = 2;
