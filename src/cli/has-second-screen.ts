import type { Io } from './io.js';

/** Whether the terminal has a second screen that can be left without a trace: all have, but for the Linux console, and GNU screen as it comes. */
export const hasSecondScreen = ({ TERM, TMUX, STY }: Io['env']): boolean =>
  TERM !== 'linux' && (STY === undefined || TMUX !== undefined);
