import { readFile } from 'node:fs/promises';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** The lines of a file, or of standard input for `-`. */
export const readTextFile = async (option: string, path: string, io: Io): Promise<string> => {
  try {
    return path === '-' ? await io.readStdin() : await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    throw new UsageError(
      `--${option} ${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

/** One name a line; blank lines, and what follows a `#` at the start of a line or after a blank, are ignored. A room alias begins with `#`, but names no server by itself. */
export const parseTargets = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
