import { renderJson } from '../../render/json.js';
import { reportJsonSchema } from '../../report/schema.js';
import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';

export const schema = async (_args: Arguments, _words: readonly string[], io: Io): Promise<number> => {
  await io.stdout.write(renderJson(reportJsonSchema()));
  return 0;
};
