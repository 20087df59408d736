import type { Painter, Size } from './painter.js';

/**
 * Draws frames on the terminal's other screen, which has no scrollback: for what stays for long, is as tall as the terminal, and is resized. What stood there
 * before comes back when it is cleared.
 */
export const createFullScreenPainter = (write: (text: string) => void, size: () => Size): Painter => {
  let drawn: readonly string[] = [];
  let drawnFor = size();
  let open = false;
  return {
    paint: (frame) => {
      const now = size();
      const resized = now.columns !== drawnFor.columns || now.rows !== drawnFor.rows;
      const known = open && !resized ? drawn : [];
      const lines = frame.slice(0, now.rows);
      const steps = lines.map((line, row) => (line === known[row] ? '' : `${to(row)}${line}${ERASE_TO_END}`)).join('');
      const rest = lines.length < known.length ? `${to(lines.length)}${ERASE_BELOW}` : '';
      const begin = open ? '' : OPEN;
      const wipe = resized || !open ? `${to(0)}${ERASE_BELOW}` : '';
      if (begin + wipe + steps + rest !== '') write(`${BEGIN}${begin}${wipe}${steps}${rest}${END}`);
      open = true;
      drawn = lines;
      drawnFor = now;
    },
    clear: () => {
      if (open) write(CLOSE);
      open = false;
      drawn = [];
    },
  };
};

const to = (row: number): string => `\u001b[${row + 1};1H`;

const ERASE_TO_END = '\u001b[K';
const ERASE_BELOW = '\u001b[J';
/** The other screen, without a cursor; and back. */
const OPEN = '\u001b[?1049h\u001b[?25l';
const CLOSE = '\u001b[?25h\u001b[?1049l';
/** Synchronized output: terminals that know it show all in between at once, others ignore it. */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';
