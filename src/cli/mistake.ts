import { listWords } from '../facts/words/list-words.js';
import { nearest } from '../spec/nearest.js';
import { TOOL } from '../version.js';
import type { Command } from './commands/command.js';
import { COMMANDS, type CommandName } from './commands/index.js';

/** What yargs says of a command line that it refuses, in words that name what was written and what was meant. */
export const mistake = (message: string, argv: readonly string[]): string => {
  const missing = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (missing !== undefined) return `--${missing}: expected a value`;
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(', ')[0];
  if (unknown === undefined) return message;
  const command = argv.find((word) => Object.hasOwn(COMMANDS, word)) ?? 'check';
  if (argv.some((word) => word.replace(/=.*$/s, '') === `--${unknown}`)) return longMistake(unknown, command);
  const bundle = argv.find((word) => /^-[^-]/.test(word) && word.includes(unknown));
  return bundle === undefined
    ? `${unknown}: expected nothing more here; see ${TOOL} --help`
    : shortMistake(bundle, unknown, command);
};

const longMistake = (option: string, command: string): string => {
  const knowing = commandsWith(({ options }) => Object.hasOwn(options, option));
  if (knowing.length > 0) return elsewhere(`--${option}`, command, knowing);
  const meant = nearest(option, optionsOf(command));
  if (meant !== null) return `--${option}: there is no such option here; did you mean --${meant}?`;
  return `--${option}: there is no such option here${option.includes('.') ? NAMES_WITH_DASHES : ''}`;
};

/** `-qx` is read as `-q -x`. */
const shortMistake = (written: string, letter: string, command: string): string => {
  const knowing = commandsWith(({ options }) => Object.values(options).some(({ alias }) => alias === letter));
  return knowing.length > 0 && !written.includes('.')
    ? elsewhere(`-${letter}`, command, knowing)
    : `${written}: there is no such option${NAMES_WITH_DASHES}`;
};

const elsewhere = (written: string, command: string, knowing: readonly string[]): string =>
  `${written}: ${command} has no such option, only ${listWords(knowing)}`;

const NAMES_WITH_DASHES = '; names that begin with a dash come after --';

const commandsWith = (has: (command: Command) => boolean): readonly string[] =>
  (Object.entries(COMMANDS) as [CommandName, Command][]).flatMap(([name, command]) => (has(command) ? [name] : []));

const optionsOf = (command: string): readonly string[] => [
  'help',
  'version',
  ...(Object.hasOwn(COMMANDS, command) ? Object.keys(COMMANDS[command as CommandName].options) : []),
];
