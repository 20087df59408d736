import type { Options } from 'yargs';

/** An option as yargs takes it, and what help, completions and the man page say of it besides. */
export interface Option extends Options {
  readonly type: 'boolean' | 'string';
  readonly group: OptionGroup;
  /** One sentence without its full stop. */
  readonly describe: string;
  /** Sentences that only the man page has room for. */
  readonly more?: string;
  /** What stands behind it: `TIME`, or `[TIME]` where it may be left out. Absent for a flag. */
  readonly argument?: string;
  /** The words that it takes, if they are few. */
  readonly values?: readonly string[];
  /** What a shell offers behind it. */
  readonly completes?: 'files' | 'checks';
  /** `--no-...` turns it off. */
  readonly negatable?: true;
  /** May be given several times. */
  readonly repeatable?: true;
}

/** What belongs together, in the order of the help. */
export const OPTION_GROUPS = ['Output', 'Screen', 'Checks', 'Network', 'Files'] as const;

export type OptionGroup = (typeof OPTION_GROUPS)[number];
