import stringWidth from 'string-width';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Draws frames, one over the other, below what stands on the terminal. */
export interface Painter {
  /** `frame`: lines, each narrower than the terminal and fewer than it has rows. */
  paint(frame: readonly string[]): void;
  /** Takes the last frame away: the cursor stands where the first one began. */
  clear(): void;
}

/**
 * Writes only lines that changed, and never what would touch the text above or the scrollback. The cursor rests at the beginning of the line below the frame.
 * After a change of size everything is drawn anew: a terminal that `reflows` has broken the old lines in the meantime.
 */
export const createPainter = (write: (text: string) => void, size: () => Size, reflows: boolean): Painter => {
  let drawn: readonly string[] = [];
  let drawnFor = size();
  let hidden = false;

  const repaint = (frame: readonly string[]): string => {
    const now = size();
    const height = drawn.reduce((sum, line) => sum + (reflows ? rowsOf(line, now.columns) : 1), 0);
    return `${up(Math.min(height, now.rows - 1))}${ERASE_BELOW}${frame.map((line) => `${line}\n`).join('')}`;
  };

  return {
    paint: (frame) => {
      const now = size();
      const resized = now.columns !== drawnFor.columns || now.rows !== drawnFor.rows;
      const steps = resized ? repaint(frame) : difference(drawn, frame);
      if (steps !== '') write(`${BEGIN}${hidden ? '' : HIDE_CURSOR}${steps}${END}`);
      hidden ||= steps !== '';
      drawn = frame;
      drawnFor = now;
    },
    clear: () => {
      if (hidden) write(`${BEGIN}${repaint([])}${SHOW_CURSOR}${END}`);
      hidden = false;
      drawn = [];
    },
  };
};

/** From below `before` to below `after`. */
const difference = (before: readonly string[], after: readonly string[]): string => {
  const first = after.findIndex((line, row) => line !== before[row]);
  const start = first === -1 ? after.length : first;
  if (start === after.length && before.length === after.length) return '';
  let unchanged = 0;
  let steps = up(before.length - start);
  for (const [row, line] of [...after.entries()].slice(start)) {
    if (line === before[row]) {
      unchanged += 1;
      continue;
    }
    steps += `${down(unchanged)}${line}${row < before.length ? ERASE_TO_END : ''}\n`;
    unchanged = 0;
  }
  return `${steps}${down(unchanged)}${after.length < before.length ? ERASE_BELOW : ''}`;
};

/** How many rows a line takes in a terminal of that width. */
const rowsOf = (line: string, columns: number): number => Math.max(1, Math.ceil(stringWidth(line) / columns));

const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const down = (rows: number): string => (rows > 0 ? `\u001b[${rows}B` : '');

const ERASE_TO_END = '\u001b[K';
const ERASE_BELOW = '\u001b[J';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
/** Synchronized output: terminals that know it show all in between at once, others ignore it. */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';
