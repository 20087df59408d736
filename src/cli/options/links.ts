import type { Io } from '../io.js';
import { isCi } from './screen.js';

/** Whether the terminal is known to make links of OSC 8. Others may print the escape sequence, so that a doubt is a no. */
export const showsLinks = (env: Io['env']): boolean => {
  const {
    FORCE_HYPERLINK,
    TERM_PROGRAM,
    TERM = '',
    VTE_VERSION,
    WT_SESSION,
    KONSOLE_VERSION,
    DOMTERM,
    TMUX,
    STY,
  } = env;
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== '0' && FORCE_HYPERLINK !== 'false';
  // What is between may not pass it on, and what it says of the terminal is old.
  if (isCi(env) || TMUX !== undefined || STY !== undefined || TERM === 'dumb') return false;
  if (WT_SESSION !== undefined || KONSOLE_VERSION !== undefined || DOMTERM !== undefined) return true;
  if (/^\d+$/.test(VTE_VERSION ?? '') && Number(VTE_VERSION) >= FIRST_VTE) return true;
  return PROGRAMS.includes(TERM_PROGRAM ?? '') || /^(xterm-kitty|xterm-ghostty|alacritty|foot|wezterm)/.test(TERM);
};

/** 0.50.0 crashed at links. */
const FIRST_VTE = 5002;

const PROGRAMS = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'zed'];
