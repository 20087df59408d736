import type { Command } from './commands/command.js';
import { COMMANDS } from './commands/index.js';

/** `--watch 30s` -> `--watch=30s`, and `--watch example.com` -> `--watch= example.com`: what follows an option whose value may be left out is a name, unless it is a number. */
export const joinOptionalValues = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, index) => {
    const [before = '', next = ''] = [words[index - 1], words[index + 1]];
    if (OPTIONS.includes(before) && VALUE.test(word)) return [];
    if (!OPTIONS.includes(word)) return [word];
    return [VALUE.test(next) ? `${word}=${next}` : `${word}=`];
  });

/** With or without a unit; `192.0.2.1` is a name. */
const VALUE = /^\d+(\.\d+)?[a-z]*$/i;

const OPTIONS = Object.values(COMMANDS).flatMap(({ options }: Command) =>
  Object.entries(options).flatMap(([name, { argument }]) => (argument?.startsWith('[') ? [`--${name}`] : [])),
);
