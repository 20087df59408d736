import { open } from 'node:fs/promises';
import type { Facts } from '../../facts/facts.js';
import { renderJson, renderJsonLine } from '../../render/json.js';
import { fileErrorWords } from '../file-error-words.js';
import { UsageError } from '../usage-error.js';

/** Where `--save-facts` keeps what was seen. */
export interface FactsFile {
  /** Writes at once, so that nothing of a long list is lost or held in memory. What goes wrong is told by `close`. */
  add(facts: Facts): Promise<void>;
  /** What went wrong first, in words; undefined where everything is written. */
  close(): Promise<string | undefined>;
}

/** `several`: one JSON text a line. Throws UsageError where the file cannot be opened, before anything is looked at. */
export const openFactsFile = async (path: string, several: boolean): Promise<FactsFile> => {
  const render = several ? renderJsonLine : renderJson;
  let trouble: string | undefined;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      trouble ??= cannotWrite(path, error);
    }
  };
  const file = await open(path, 'w').catch((error: unknown) => {
    throw new UsageError(cannotWrite(path, error));
  });
  return {
    add: (facts) => attempt(async () => (trouble === undefined ? file.appendFile(render(facts)) : undefined)),
    close: async () => {
      await attempt(() => file.close());
      return trouble;
    },
  };
};

const cannotWrite = (path: string, error: unknown): string =>
  `--save-facts ${path}: cannot be written: ${fileErrorWords(error)}`;
