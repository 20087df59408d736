import { checks } from '../../checks/index.js';
import { renderCheckList, renderCheckTable } from '../../render/check-list.js';
import { renderJson } from '../../render/json.js';
import { describeCheck } from '../../report/check-description.js';
import type { Io } from '../io.js';
import { type Arguments, flag } from '../options/arguments.js';
import { readOutputOptions } from '../options/output.js';

export const list = async (args: Arguments, _words: readonly string[], io: Io): Promise<number> => {
  const { json, text } = readOutputOptions(args, io);
  const descriptions = checks.map((check) => describeCheck(check));
  if (json) await io.stdout.write(renderJson(descriptions));
  else if (flag(args, 'markdown')) await io.stdout.write(renderCheckTable(descriptions));
  else await io.stdout.write(renderCheckList(descriptions, text));
  return 0;
};
