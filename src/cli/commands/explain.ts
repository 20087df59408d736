import { checks } from '../../checks/index.js';
import { renderExplanation } from '../../render/explanation.js';
import { renderJson } from '../../render/json.js';
import { describeCheck } from '../../report/check-description.js';
import { nearest } from '../../report/nearest.js';
import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';
import { readOutputOptions } from '../options/output.js';
import { UsageError } from '../usage-error.js';

export const explain = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const { json, text } = readOutputOptions(args, io);
  const [id] = words;
  if (id === undefined || words.length > 1) {
    throw new UsageError(
      'explain: expected the id of one check, such as tls/certificate-name; matrix-discovery list shows them',
    );
  }
  const found = checks.find((check) => check.id === id);
  if (found === undefined) {
    const meant = nearest(
      id,
      checks.map((check) => check.id),
    );
    throw new UsageError(
      `explain ${id}: there is no such check; ${meant === null ? 'matrix-discovery list shows them' : `did you mean ${meant}?`}`,
    );
  }
  const description = describeCheck(found);
  await io.stdout.write(json ? renderJson(description) : renderExplanation(description, text));
  return 0;
};
