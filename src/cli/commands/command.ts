import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';
import type { Option } from '../options/option.js';

/**
 * A command as the command line knows it: light, since every start reads them all. What it does is loaded when it is called. Help, completions and the man
 * page are made of these.
 */
export interface Command {
  /** The positional behind the name, as yargs writes it: `[names..]`; empty for none. Optional always: yargs would not count what stands behind `--`. */
  readonly parameters: string;
  /** The same for people: `NAME...`. */
  readonly argument: string;
  /** What is written there, as a sentence without its full stop. */
  readonly describes: string;
  /** What a shell offers there. */
  readonly completes?: 'checks' | 'scenarios' | 'shells';
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** The lines of the help, where options have to share them; without it each has its own. */
  readonly rows?: readonly HelpRow[];
  /** What to type, and what that does. Two of them open the help. */
  readonly examples: readonly [Example, Example, ...Example[]];
  /** `words`: what was written that is no option. Gives the exit code. */
  readonly load: () => Promise<(args: Arguments, words: readonly string[], io: Io) => Promise<number>>;
}

/** Options, and what they do, in this order. */
export type HelpRow = readonly [options: readonly string[], says: string];

export type Example = readonly [typed: string, does: string];
