import type { Io } from './io.js';
import { isCi } from './options/screen.js';

/** Whether stdout is a terminal that is known to make links of OSC 8. FORCE_HYPERLINK decides where it is set: 0 and false are no. */
export const hasHyperlinks = ({ stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean => {
  const { FORCE_HYPERLINK: forced } = env;
  if (forced !== undefined && forced !== '') return !['0', 'false'].includes(forced);
  if (!stdout.isTTY || env.TERM === 'dumb' || isCi(env)) return false;
  // What tmux and screen do with links depends on their version and configuration.
  if (env.TMUX !== undefined || env.STY !== undefined) return false;
  return knowsLinks(env);
};

const knowsLinks = (env: Io['env']): boolean => {
  const [, major = 0, minor = 0] = /^(\d+)\.(\d+)/.exec(env.TERM_PROGRAM_VERSION ?? '')?.map(Number) ?? [];
  switch (env.TERM_PROGRAM) {
    case 'iTerm.app':
      return atLeast(major, minor, 3, 1);
    case 'vscode':
      return atLeast(major, minor, 1, 72);
    case 'WezTerm':
    case 'ghostty':
    case 'zed':
      return true;
  }
  if (env.WT_SESSION !== undefined) return true;
  // VTE 0.50.0 crashes at them.
  if (env.VTE_VERSION !== undefined) return Number(env.VTE_VERSION) >= 5001;
  return ['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot', 'foot-extra'].includes(env.TERM ?? '');
};

const atLeast = (major: number, minor: number, wantedMajor: number, wantedMinor: number): boolean =>
  major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
