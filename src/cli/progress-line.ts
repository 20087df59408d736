import type { Output } from './io.js';

/** One line on stderr that is written over again and again, and gone at the end. */
export interface ProgressLine {
  /** Cut to the width of the terminal: a line that is broken could not be taken back. */
  show(text: string): void;
  /** The same output, without the line in its way: what is written stands above it. */
  above(output: Output): Output;
  /** Takes the line away for good. */
  close(): void;
}

/** Draws on `stderr`, which has to be a terminal. */
export const openProgressLine = (stderr: Output): ProgressLine => {
  let shown = '';
  const put = (text: string): void => void stderr.write(text).catch(() => {});
  const clear = (): void => {
    if (shown !== '') put(ERASE);
  };
  const close = (): void => {
    clear();
    shown = '';
    process.off('exit', close);
  };
  // A second signal ends the process at once.
  process.on('exit', close);
  return {
    show: (text) => {
      const line = text.slice(0, Math.max(0, (stderr.columns || DEFAULT_COLUMNS) - 1));
      if (line === shown) return;
      put(`${shown === '' ? '' : ERASE}${line}`);
      shown = line;
    },
    above: (output) => ({
      write: (text) => {
        clear();
        const written = output.write(text);
        if (shown !== '') put(shown);
        return written;
      },
      get closed() {
        return output.closed;
      },
      get isTTY() {
        return output.isTTY;
      },
      get columns() {
        return output.columns;
      },
    }),
    close,
  };
};

/** Without a terminal to draw on. */
export const NO_PROGRESS_LINE: ProgressLine = {
  show: () => {},
  above: (output) => output,
  close: () => {},
};

const ERASE = '\r\u001b[K';
const DEFAULT_COLUMNS = 80;
