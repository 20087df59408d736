import { checks } from '../../checks/index.js';
import { renderExplanation } from '../../render/explanation.js';
import { renderJson } from '../../render/json.js';
import { describeCheck } from '../../report/check-description.js';
import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';
import { readOutputOptions } from '../options/output.js';
import { readWebServer } from '../options/web-server.js';
import { suggestion } from '../suggestion.js';
import { UsageError } from '../usage-error.js';

export const explain = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const { json, text } = readOutputOptions(args, io);
  const [id] = words;
  if (id === undefined || id === '' || words.length > 1) {
    throw new UsageError(
      'explain: expected the id of one check, such as tls/certificate-name; matrix-discovery list shows them',
    );
  }
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new UsageError(`explain ${id}: ${unknownWords(id)}`);
  const webServer = readWebServer(args);
  const description = describeCheck(found, webServer);
  if (webServer !== null && description.recipe === null) {
    throw new UsageError(
      `explain ${id} --for ${webServer}: this check has no lines of configuration; without --for it says what to do`,
    );
  }
  await io.stdout.write(json ? renderJson(description) : renderExplanation(description, text));
  return 0;
};

const unknownWords = (id: string): string => {
  const inArea = ids.filter((one) => one.startsWith(`${id}/`)).length;
  return inArea > 0
    ? `this is an area of ${inArea} checks; matrix-discovery list shows them`
    : `there is no such check; ${suggestion(id, ids, 'matrix-discovery list shows them')}`;
};

const ids = checks.map((check) => check.id);
