/** Columns and rows of a terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Draws frames, each over the one before. */
export interface Painter {
  /** `frame`: lines, each narrower than the terminal, and fewer than it has rows. Writes only those that changed. */
  paint(frame: readonly string[]): void;
  /** Takes the last frame away: the terminal is as before the first one. */
  clear(): void;
}

/**
 * Draws on the terminal's second screen, so that neither the text above nor the scrollback is touched: on the first one, terminals break the lines of a frame
 * anew when they get narrower, and nobody can tell where its pieces are then. Terminals without a second screen do not do that: there, it is drawn below the text.
 */
export const createPainter = (write: (text: string) => void, size: () => Size, hasSecondScreen: boolean): Painter => {
  const { enter, leave, steps } = hasSecondScreen ? onSecondScreen : belowTheText;
  let drawn: readonly string[] = [];
  let drawnFor = size();
  let entered = false;
  return {
    paint: (frame) => {
      const now = size();
      const resized = now.columns !== drawnFor.columns || now.rows !== drawnFor.rows;
      const moves = steps(drawn, frame, resized);
      if (moves !== '') write(`${BEGIN}${entered ? '' : enter}${moves}${END}`);
      entered ||= moves !== '';
      drawn = frame;
      drawnFor = now;
    },
    clear: () => {
      if (entered) write(`${BEGIN}${steps(drawn, [], false)}${leave}${END}`);
      entered = false;
      drawn = [];
    },
  };
};

interface Way {
  readonly enter: string;
  readonly leave: string;
  /** What leads from one frame to the next. */
  steps(before: readonly string[], after: readonly string[], resized: boolean): string;
}

const ESCAPE = '\u001b[';
const HIDE_CURSOR = `${ESCAPE}?25l`;
const SHOW_CURSOR = `${ESCAPE}?25h`;
const ERASE_LINE = `${ESCAPE}2K`;
/** Of what is seen, not of the scrollback. */
const ERASE_SCREEN = `${ESCAPE}2J`;
/** Synchronized output: terminals that know it show all in between at once, others ignore it. */
const BEGIN = `${ESCAPE}?2026h`;
const END = `${ESCAPE}?2026l`;

const changedRows = (before: readonly string[], after: readonly string[]): readonly number[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, row) => row).filter(
    (row) => before[row] !== after[row],
  );

/** Every row by its number. Lines are cut at the edge, since the terminal may be narrower than is known yet. */
const onSecondScreen: Way = {
  enter: `${ESCAPE}?1049h${ESCAPE}?7l${HIDE_CURSOR}${ERASE_SCREEN}`,
  leave: `${ESCAPE}?7h${SHOW_CURSOR}${ESCAPE}?1049l`,
  steps: (before, after, resized) => {
    const rows = resized ? changedRows([], after) : changedRows(before, after);
    const lines = rows.map((row) => `${ESCAPE}${row + 1};1H${ERASE_LINE}${after[row] ?? ''}`);
    return `${resized ? ERASE_SCREEN : ''}${lines.join('')}`;
  },
};

/** From the line below the old frame, at whose beginning the cursor rests, to the one below the new frame. */
const belowTheText: Way = {
  enter: HIDE_CURSOR,
  leave: SHOW_CURSOR,
  steps: (before, after) => {
    const rows = changedRows(before, after);
    const [first = 0] = rows;
    if (rows.length === 0) return '';
    const height = Math.max(before.length, after.length);
    const lines = Array.from({ length: height - first }, (_, index) => {
      const row = first + index;
      return `${rows.includes(row) ? `${ERASE_LINE}${after[row] ?? ''}` : ''}\n`;
    });
    return `${up(before.length - first)}${lines.join('')}${up(height - after.length)}`;
  },
};

const up = (rows: number): string => (rows > 0 ? `${ESCAPE}${rows}A` : '');
