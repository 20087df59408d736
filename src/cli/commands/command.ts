import type { Options } from 'yargs';
import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';

/** A command as the command line knows it: light, since every start reads them all. What it does is loaded when it is called. */
export interface Command {
  /** The positional behind the name, as yargs writes it: `[names..]`; empty for none. Optional always: yargs would not count what stands behind `--`. */
  readonly parameters: string;
  /** What is written there. */
  readonly describes: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples: readonly string[];
  /** `words`: what was written that is no option. Gives the exit code. */
  readonly load: () => Promise<(args: Arguments, words: readonly string[], io: Io) => Promise<number>>;
}
