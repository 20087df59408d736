import { UsageError } from '../usage-error.js';
import { type Arguments, allTexts, flag, onlyText } from './arguments.js';
import { type DurationRange, parseDuration } from './duration.js';
import type { Option } from './option.js';

/** Whether `check` runs once, stays in a screen afterwards, or goes on and on. */
export type Mode =
  | { readonly kind: 'once' }
  | { readonly kind: 'interactive' }
  | { readonly kind: 'watch'; readonly intervalMs: number };

const GROUP = 'Screen';

export const MODE_OPTIONS = {
  interactive: {
    type: 'boolean',
    group: GROUP,
    describe: 'Stay in the screen afterwards: move, open, filter, run again',
    more: 'The key i asks for it while a run goes on, ? tells what every key does, q leaves and prints the report, Ctrl-C does so with exit code 130. Without a terminal it is the plain report.',
  },
  watch: {
    type: 'string',
    argument: '[TIME]',
    group: GROUP,
    describe: 'Run again every TIME and show what changes; default 60s, at least 5s',
    more: 'Everything is asked anew each time, and a run never overlaps the next. In a pipe and with --json it is one JSON report a line for each run, and --save-facts keeps a line of each. The key q ends it with the exit code of the last run, Ctrl-C with 130.',
  },
} as const satisfies Record<string, Option>;

/** Throws UsageError. `words`: those on the command line; a mode that looks again and again takes one name. */
export const readMode = (args: Arguments, words: readonly string[]): Mode => {
  const mode = readKind(args);
  if (mode.kind === 'once') return mode;
  if (allTexts(args, 'targets').length > 0) {
    throw new UsageError(`--${mode.kind} --targets: expected one server name instead`);
  }
  if (words.length > 1) throw new UsageError(`--${mode.kind}: expected one server name, found ${words.length}`);
  return mode;
};

const readKind = (args: Arguments): Mode => {
  const watch = args.watch === '' ? '' : onlyText(args, 'watch');
  const interactive = flag(args, 'interactive');
  if (watch === undefined) {
    if (interactive) refuse(args, '--interactive', ['json', 'quiet', 'from-facts']);
    return { kind: interactive ? 'interactive' : 'once' };
  }
  if (interactive) throw new UsageError('--interactive --watch: expected one of them');
  refuse(args, '--watch', ['from-facts']);
  return { kind: 'watch', intervalMs: watch === '' ? DEFAULT_MS : parseDuration('watch', watch, RANGE) };
};

const refuse = (args: Arguments, option: string, others: readonly string[]): void => {
  const other = others.find((name) => args[name] !== undefined && args[name] !== false);
  if (other !== undefined) throw new UsageError(`${option} --${other}: expected one of them`);
};

const DEFAULT_MS = 60_000;
const RANGE: DurationRange = { shortest: [5000, '5s'], longest: [86_400_000, '24h'], examples: '30s, 5m or 1h' };
