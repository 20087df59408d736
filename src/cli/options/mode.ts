import { UsageError } from '../usage-error.js';
import { type Arguments, allTexts, flag, onlyText } from './arguments.js';
import { type DurationRange, parseDuration } from './duration.js';

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
  },
  watch: {
    type: 'string',
    argument: '[TIME]',
    group: GROUP,
    describe: 'Run again every TIME and show what changes; default 60s, at least 5s',
  },
} as const;

/**
 * The mode, and the words that are left for names: yargs takes the word behind `--watch` for its value, also where it is the name and no time was meant.
 * Throws UsageError.
 */
export const readMode = (
  args: Arguments,
  words: readonly string[],
): { readonly mode: Mode; readonly words: readonly string[] } => {
  const watch = args.watch === '' ? '' : onlyText(args, 'watch');
  const interactive = flag(args, 'interactive');
  if (watch === undefined) {
    if (interactive) refuse(args, '--interactive', ['json', 'quiet', 'from-facts']);
    return { mode: { kind: interactive ? 'interactive' : 'once' }, words };
  }
  if (interactive) throw new UsageError('--interactive --watch: expected one of them');
  refuse(args, '--watch', ['from-facts']);
  if (words.length === 0 && isName(watch)) return { mode: { kind: 'watch', intervalMs: DEFAULT_MS }, words: [watch] };
  const intervalMs = watch === '' ? DEFAULT_MS : parseDuration('watch', watch, RANGE);
  return { mode: { kind: 'watch', intervalMs }, words };
};

/** Throws UsageError where a mode that looks at one name has several. */
export const expectOneName = ({ kind }: Mode, args: Arguments, words: readonly string[]): void => {
  if (kind === 'once') return;
  if (allTexts(args, 'targets').length > 0)
    throw new UsageError(`--${kind} --targets: expected one server name instead`);
  if (words.length > 1) throw new UsageError(`--${kind}: expected one server name, found ${words.length}`);
};

const refuse = (args: Arguments, option: string, others: readonly string[]): void => {
  const other = others.find((name) => args[name] !== undefined && args[name] !== false);
  if (other !== undefined) throw new UsageError(`${option} --${other}: expected one of them`);
};

/** No time, and not meant to be one. */
const isName = (text: string): boolean => text !== '' && !/^\d+(\.\d+)?[a-z]*$/i.test(text);

const DEFAULT_MS = 60_000;
const RANGE: DurationRange = { shortest: [5000, '5s'], longest: [86_400_000, '1440m'], examples: '30s or 5m' };
