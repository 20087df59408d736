import type { TerminalSize } from '../hooks/use-terminal-size.js';

/** How the rows of the terminal are shared out. */
export interface Room {
  readonly header: number;
  readonly body: number;
  readonly footer: number;
}

/** One row of the terminal stays free, always. The body is never without a row. */
export const roomOf = ({ rows }: TerminalSize): Room => {
  const free = Math.max(1, rows - 1);
  const header = free >= 14 ? TALL_HEADER : free >= 3 ? 1 : 0;
  const footer = free >= 2 ? 1 : 0;
  return { header, body: free - header - footer, footer };
};

export const bodyRows = (size: TerminalSize): number => roomOf(size).body;

/** The name, a line for each side, and an empty one. */
const TALL_HEADER = 4;
