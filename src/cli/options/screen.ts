import type { Io } from '../io.js';
import { type Arguments, flag } from './arguments.js';
import type { Option } from './option.js';

const GROUP = 'Screen';

export const SCREEN_OPTIONS = {
  tui: {
    type: 'boolean',
    negatable: true,
    group: GROUP,
    describe: 'Draw the run while it goes on, also where CI is set; --no-tui: never',
  },
  'screen-reader': { type: 'boolean', group: GROUP, describe: 'Only plain text, nothing that is redrawn' },
} as const satisfies Record<string, Option>;

/** Whether there is a terminal on which a screen can be redrawn, and nobody said that it should not be. Read when it is needed: a terminal changes its size. */
export const wantsScreen = (args: Arguments, { terminal, env }: Pick<Io, 'terminal' | 'env'>): boolean => {
  if (terminal === undefined || !terminal.stdout.isTTY || flag(args, 'json')) return false;
  // A terminal of no size does not know it.
  const { columns = 0, rows = 0 } = terminal.stdout;
  if ((columns > 0 && columns < MIN_COLUMNS) || (rows > 0 && rows < MIN_ROWS)) return false;
  return mayRedraw(args, env);
};

/** Whether a line on stderr may be written over and over, whatever becomes of stdout. */
export const wantsProgress = (args: Arguments, { stderr, env }: Pick<Io, 'stderr' | 'env'>): boolean =>
  stderr.isTTY && mayRedraw(args, env);

const mayRedraw = (args: Arguments, env: Io['env']): boolean => {
  if (env.TERM === 'dumb' || args.tui === false || flag(args, 'quiet')) return false;
  if (flag(args, 'screen-reader') || env.INK_SCREEN_READER === 'true') return false;
  return flag(args, 'tui') || !isCi(env);
};

const MIN_COLUMNS = 40;
const MIN_ROWS = 10;

export const isCi = ({ CI }: Io['env']): boolean => CI !== undefined && CI !== '' && CI !== '0' && CI !== 'false';
