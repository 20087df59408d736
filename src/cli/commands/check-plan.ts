import { checks } from '../../checks/index.js';
import type { FailOn } from '../../report/exit-code.js';
import type { Selection } from '../../report/selection.js';
import type { Io } from '../io.js';
import { type Arguments, lastText, onlyText } from '../options/arguments.js';
import { parseChoice } from '../options/choice.js';
import { DEFAULT_CONCURRENCY, parseConcurrency } from '../options/concurrency.js';
import { type Mode, readMode } from '../options/mode.js';
import { type OutputOptions, readOutputOptions } from '../options/output.js';
import { readSelection } from '../options/selection.js';
import { SELECTION_OPTIONS } from '../options/selection-options.js';
import { UsageError } from '../usage-error.js';
import { type FactsSource, openFactsSource } from './facts-source.js';

/** What `check` was asked to do. */
export interface CheckPlan {
  readonly output: OutputOptions;
  readonly failOn: FailOn;
  readonly selection: Selection;
  /** The path for what was seen. */
  readonly saveTo: string | undefined;
  readonly mode: Mode;
  /** How many names are looked at together. */
  readonly concurrency: number;
  readonly source: FactsSource;
}

/** Throws UsageError before anything is looked at. */
export const readCheckPlan = async (args: Arguments, words: readonly string[], io: Io): Promise<CheckPlan> => ({
  output: readOutputOptions(args, io),
  failOn: parseChoice('fail-on', lastText(args, 'fail-on') ?? 'error', SELECTION_OPTIONS['fail-on'].values),
  selection: readSelection(
    args,
    checks.map(({ id }) => id),
  ),
  saveTo: readSaveTo(args),
  mode: readMode(args, words),
  concurrency: parseConcurrency(lastText(args, 'concurrency') ?? DEFAULT_CONCURRENCY),
  source: await openFactsSource(args, words, io),
});

const readSaveTo = (args: Arguments): string | undefined => {
  const path = onlyText(args, 'save-facts');
  if (path === '-')
    throw new UsageError('--save-facts -: expected the path of a file, since stdout carries the report');
  return path;
};
