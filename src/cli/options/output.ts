import type { RendererName } from '../../render/index.js';
import type { TextOptions } from '../../render/text/page.js';
import { hasHyperlinks } from '../has-hyperlinks.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { type Arguments, flag, lastText } from './arguments.js';
import { parseChoice } from './choice.js';
import type { Option } from './option.js';
import { wantsProgress, wantsScreen } from './screen.js';

/** How to print. */
export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly text: TextOptions;
  /** Whether a screen is drawn while something goes on. */
  readonly screen: boolean;
  /** Whether a line on stderr may say how far a list is. */
  readonly progress: boolean;
  /** Whether stdout is a terminal, on which a line that is too long breaks. */
  readonly terminal: boolean;
}

const GROUP = 'Output';

export const OUTPUT_OPTIONS = {
  verbose: { type: 'boolean', alias: 'v', group: GROUP, describe: 'Show everything that was seen' },
  json: { type: 'boolean', group: GROUP, describe: 'Print JSON' },
  color: {
    type: 'string',
    requiresArg: true,
    argument: 'WHEN',
    values: ['auto', 'always', 'never'],
    group: GROUP,
    describe: 'Colours: auto (default), always, never',
  },
} as const satisfies Record<string, Option>;

export const QUIET_OPTION = {
  quiet: { type: 'boolean', alias: 'q', group: GROUP, describe: 'Only one line of verdict for each name' },
} as const satisfies Record<string, Option>;

/** Throws UsageError. */
export const readOutputOptions = (args: Arguments, io: Io): OutputOptions => ({
  ...readFormat(args),
  text: {
    // A terminal changes its size while something goes on.
    get width() {
      return width(io);
    },
    unicode: hasUnicode(io.env),
    colour: hasColour(args, io),
    verbose: flag(args, 'verbose'),
    hyperlinks: hasHyperlinks(io),
  },
  screen: wantsScreen(args, io),
  progress: wantsProgress(args, io),
  terminal: io.stdout.isTTY,
});

const readFormat = (args: Arguments): Pick<OutputOptions, 'json' | 'quiet'> => {
  for (const [first, second] of CONTRADICTIONS) {
    if (flag(args, first) && flag(args, second)) throw new UsageError(`--${first} --${second}: expected one of them`);
  }
  return { json: flag(args, 'json'), quiet: flag(args, 'quiet') };
};

const CONTRADICTIONS = [
  ['json', 'quiet'],
  ['json', 'markdown'],
  ['quiet', 'verbose'],
  ['tui', 'json'],
  ['tui', 'quiet'],
  ['tui', 'screen-reader'],
] as const;

/** A report is named by what was asked for; several names, or a list of them, are one JSON object a line. */
export const rendererFor = ({ json, quiet }: Pick<OutputOptions, 'json' | 'quiet'>, several: boolean): RendererName => {
  if (json) return several ? 'ndjson' : 'json';
  return quiet ? 'quiet' : 'text';
};

/** Long lines are hard to read, and a terminal of less than 40 columns is none; one of 0 does not know its size. */
export const width = ({ stdout, env }: Pick<Io, 'stdout' | 'env'>): number => {
  const fromEnvironment = /^\d{1,4}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 0;
  return Math.min(100, Math.max(40, stdout.columns || fromEnvironment || 80));
};

/** The locale decides, in the order of POSIX; cron has none, so that it gets ASCII. */
const hasUnicode = (env: Io['env']): boolean => {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  if (env.WT_SESSION !== undefined || env.TERM_PROGRAM === 'vscode') return true;
  return /utf-?8/i.test(
    [env.LC_ALL, env.LC_CTYPE, env.LANG].find((locale) => locale !== undefined && locale !== '') ?? '',
  );
};

/** The option, then FORCE_COLOR (0 and false turn it off), then NO_COLOR, then the terminal. */
const hasColour = (args: Arguments, { stdout, env }: Io): boolean => {
  const asked =
    args.color === false
      ? 'never'
      : parseChoice('color', lastText(args, 'color') ?? 'auto', OUTPUT_OPTIONS.color.values);
  if (asked !== 'auto') return asked === 'always';
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stdout.isTTY && env.TERM !== 'dumb';
};
