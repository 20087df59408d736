import { readFile } from 'node:fs/promises';
import { fileErrorWords } from '../file-error-words.js';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** The lines of a file, or of standard input for `-`. */
export const readTextFile = async (option: string, path: string, io: Io): Promise<string> => {
  let text: string;
  try {
    text = path === '-' ? await io.readStdin() : await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    throw new UsageError(`--${option} ${path}: cannot be read: ${fileErrorWords(error)}`);
  }
  return checkedText(option, path, text);
};

/** Windows likes to put a byte order mark in front of UTF-8, or to write UTF-16. */
const checkedText = (option: string, path: string, text: string): string => {
  if (text.includes('\0')) throw new UsageError(`--${option} ${path}: expected text in UTF-8, found zero bytes`);
  return text.replace(/^\ufeff/, '');
};

/** One name a line; blank lines, and what follows a `#` at the start of a line or after a blank, are ignored. A room alias begins with `#`, but names no server by itself. */
export const parseTargets = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
