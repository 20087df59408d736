import type { CheckId } from '../../checks/check.js';
import { isSelected, type Selection, unknownWord } from '../../report/selection.js';
import { UsageError } from '../usage-error.js';
import { type Arguments, listedTexts } from './arguments.js';

/** `--only` and `--skip`: areas or ids of checks, as lists or repeated. */
export const readSelection = (args: Arguments, ids: readonly CheckId[]): Selection => {
  const selection = { only: listedTexts(args, 'only'), skip: listedTexts(args, 'skip') };
  const unknown = unknownWord(selection, ids);
  if (unknown !== undefined) {
    const option = selection.only.includes(unknown.word) ? 'only' : 'skip';
    const hint = unknown.nearest === null ? 'matrix-discovery list shows them' : `did you mean ${unknown.nearest}?`;
    throw new UsageError(`--${option} ${unknown.word}: there is no area and no check of that name; ${hint}`);
  }
  if (!ids.some((id) => isSelected(id, selection)))
    throw new UsageError('--only and --skip: together they leave no check to run');
  return selection;
};
