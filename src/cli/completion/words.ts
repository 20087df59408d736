import type { Command } from '../commands/command.js';
import { COMMANDS } from '../commands/index.js';
import type { Option } from '../options/option.js';

/** What stands in a completion script for good, so that no key starts Node. */
export interface CompletionWords {
  readonly areas: readonly string[];
  readonly checks: readonly string[];
  readonly scenarios: readonly string[];
  readonly shells: readonly string[];
}

/** The table of commands, the list behind each positional and each option filled in. */
export interface CompletionCommand {
  readonly name: string;
  readonly summary: string;
  /** What stands behind it: `NAME...`; empty for nothing. */
  readonly argument: string;
  readonly words: readonly string[];
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  /** With its dashes; `--no-...` is one of its own. */
  readonly long: string;
  /** With its dash; null where there is none. */
  readonly short: string | null;
  readonly describe: string;
  /** Null for a flag. */
  readonly argument: string | null;
  /** The value may be left out, and stands behind `=` where it is not. */
  readonly optional: boolean;
  readonly repeatable: boolean;
  readonly offers:
    | { readonly kind: 'nothing' | 'files' }
    | { readonly kind: 'words' | 'list'; readonly words: readonly string[] };
}

export const completionCommands = (words: CompletionWords): readonly CompletionCommand[] =>
  Object.entries(COMMANDS).map(([name, command]: [string, Command]) => ({
    name,
    summary: command.summary,
    argument: command.argument,
    words: command.completes === undefined ? [] : words[command.completes],
    options: [...Object.entries(command.options).flatMap((entry) => completionOptions(entry, words)), HELP],
  }));

const completionOptions = ([name, option]: [string, Option], words: CompletionWords): readonly CompletionOption[] => {
  const { alias, describe, argument, repeatable = false, negatable = false } = option;
  const yes: CompletionOption = {
    long: `--${name}`,
    short: alias === undefined ? null : `-${alias}`,
    describe,
    argument: argument?.replace(/^\[(.*)\]$/, '$1') ?? null,
    optional: argument?.startsWith('[') ?? false,
    repeatable,
    offers: offersOf(option, words),
  };
  return negatable
    ? [yes, { ...yes, long: `--no-${name}`, short: null, describe: `The opposite of --${name}` }]
    : [yes];
};

const offersOf = ({ values, completes }: Option, { areas, checks }: CompletionWords): CompletionOption['offers'] => {
  if (values !== undefined) return { kind: 'words', words: values };
  if (completes === 'checks') return { kind: 'list', words: [...areas, ...checks] };
  return { kind: completes === 'files' ? 'files' : 'nothing' };
};

const HELP: CompletionOption = {
  long: '--help',
  short: '-h',
  describe: 'Show help',
  argument: null,
  optional: false,
  repeatable: false,
  offers: { kind: 'nothing' },
};
