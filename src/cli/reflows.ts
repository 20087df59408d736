import type { Io } from './io.js';

/** Whether a terminal breaks long lines anew when it gets narrower: xterm itself and the Linux console do not, everything younger does. */
export const reflows = ({ XTERM_VERSION, TERM, TMUX, STY }: Io['env']): boolean =>
  TMUX !== undefined || (XTERM_VERSION === undefined && TERM !== 'linux' && STY === undefined);
