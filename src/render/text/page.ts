import stringWidth from 'string-width';
import type { Ink, Term } from '../vocabulary.js';

/** What a text is written for. */
export interface TextOptions {
  /** Columns; from 40 on everything but names and URLs fits. */
  readonly width: number;
  /** Symbols outside of ASCII are allowed. */
  readonly unicode: boolean;
  readonly colour: boolean;
  /** Passed checks with what they saw, timings, and every step of the walk. */
  readonly verbose: boolean;
  /** Links can be clicked (OSC 8), which only some terminals know. Without it they are only shown. */
  readonly hyperlinks?: boolean;
}

/** The means of writing for one set of options. Every function takes plain text, gives whole lines, and never breaks a word. */
export interface Page {
  readonly options: TextOptions;
  /** Below this, columns side by side are stacked. */
  readonly narrow: boolean;
  paint(ink: Ink, text: string): string;
  symbol(term: Term): string;
  /** `lead` is what the first line begins with; the following ones, also those after a line break, are indented as deep as it. */
  hang(lead: string, text: string): readonly string[];
  heading(text: string): string;
  /** Shown in full, so that it can be copied too; `url` is one of ours. */
  link(url: string): string;
}

export const openPage = (options: TextOptions): Page => {
  const paint = (ink: Ink, text: string): string => (options.colour ? `\u001b[${CODES[ink]}m${text}\u001b[0m` : text);
  return {
    options,
    narrow: options.width < 66,
    paint,
    symbol: (term) => paint(term.ink, options.unicode ? term.symbol : term.ascii),
    heading: (text) => paint('bold', text),
    link: (url) => (options.hyperlinks === true ? `${OSC_8}${url}${ST}${url}${OSC_8}${ST}` : url),
    hang: (lead, text) => {
      const indent = stringWidth(lead);
      const [first = '', ...rest] = text.split('\n').flatMap((line) => wrapIndented(line, options.width - indent));
      return [`${lead}${first}`.trimEnd(), ...rest.map((line) => `${' '.repeat(indent)}${line}`)];
    },
  };
};

/** `OSC 8 ; parameters ; URL ST`; an empty URL ends the link. */
const OSC_8 = '\u001b]8;;';
const ST = '\u001b\\';

/** A line keeps its own indentation where it is broken. */
const wrapIndented = (line: string, width: number): readonly string[] => {
  const [indent = ''] = /^ */.exec(line) ?? [];
  return wrap(line.slice(indent.length), width - indent.length).map((part) => `${indent}${part}`);
};

/** Breaks at blanks only: a name or a URL that is cut in two cannot be copied. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
};

/** Fills up with blanks to that many columns. */
export const pad = (text: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - stringWidth(text)))}`;

/** Columns side by side, two blanks between them. What stands last in its row has no width to keep to, and a column of nothing has no place. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const indexes = Array.from({ length: count }, (_, index) => index).filter((index) =>
    rows.some((row) => cell(row, index) !== ''),
  );
  const widths = indexes.map((index) =>
    Math.max(0, ...rows.filter((row) => hasMore(row, index)).map((row) => stringWidth(cell(row, index)))),
  );
  return rows.map((row) =>
    indexes
      .map((index, place) => pad(cell(row, index), widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const cell = (row: readonly string[], index: number): string => row[index] ?? '';

const hasMore = (row: readonly string[], index: number): boolean => row.slice(index + 1).some((text) => text !== '');

/** SGR parameters; the reset afterwards ends all of them. */
const CODES = {
  green: '32',
  yellow: '33',
  red: '31',
  magenta: '35',
  cyan: '36',
  dim: '2',
  bold: '1',
} as const satisfies Record<Ink, string>;
