import type { IBufferCell, IBufferLine } from '@xterm/headless';

/** Cells beside each other that look alike. */
export interface Run {
  /** The column of the first one, from 0. */
  readonly column: number;
  /** How many columns they take. */
  readonly width: number;
  readonly text: string;
  readonly style: Style;
}

export interface Style {
  /** One of the sixteen colours of a terminal; null for its own. */
  readonly colour: number | null;
  readonly bold: boolean;
  readonly dim: boolean;
}

/**
 * A row of the emulator, without the blanks at its end and between columns. Words with one blank between them are one run; a character outside of ASCII is a run of
 * its own, since fonts differ in how wide it is.
 */
export const runsOf = (line: IBufferLine | undefined): readonly Run[] => {
  const runs: Run[] = [];
  for (let column = 0; column < (line?.length ?? 0); column += 1) {
    const cell = line?.getCell(column);
    const text = cell?.getChars() ?? '';
    if (cell === undefined || text === '' || text === ' ') continue;
    const next: Run = { column, width: cell.getWidth(), text, style: styleOf(cell) };
    const last = runs.at(-1);
    if (last !== undefined && continues(last, next)) runs.splice(-1, 1, joined(last, next));
    else runs.push(next);
  }
  return runs;
};

const styleOf = (cell: IBufferCell): Style => ({
  colour: cell.isFgDefault() ? null : cell.getFgColor(),
  bold: cell.isBold() !== 0,
  dim: cell.isDim() !== 0,
});

const continues = (last: Run, next: Run): boolean =>
  next.column - (last.column + last.width) <= 1 &&
  isAscii(last.text) &&
  isAscii(next.text) &&
  last.style.colour === next.style.colour &&
  last.style.bold === next.style.bold &&
  last.style.dim === next.style.dim;

const joined = (last: Run, next: Run): Run => ({
  ...last,
  width: next.column + next.width - last.column,
  text: `${last.text.padEnd(next.column - last.column)}${next.text}`,
});

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
