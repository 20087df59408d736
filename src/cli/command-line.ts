import type { Argv } from 'yargs';
import yargs from 'yargs';
import { nearest } from '../spec/nearest.js';
import { TOOL, VERSION } from '../version.js';
import type { Command } from './commands/command.js';
import { COMMANDS, type CommandName, DEFAULT_COMMAND } from './commands/index.js';
import { commandHelp, overviewHelp } from './help.js';
import { joinOptionalValues } from './join-optional-values.js';
import { mistake } from './mistake.js';
import type { Arguments } from './options/arguments.js';
import { suggestion } from './suggestion.js';
import { UsageError } from './usage-error.js';

/** What the command line asks for: a text that yargs made (help, version), or a command. */
export type Invocation =
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'run'; readonly name: CommandName; readonly args: Arguments; readonly words: readonly string[] };

/** Throws UsageError. `argv` is without node and script; what stands behind `--` is never an option. */
export const readCommandLine = (argv: readonly string[], width: number): Invocation => {
  const end = argv.indexOf('--');
  const options = joinOptionalValues(end === -1 ? argv : argv.slice(0, end));
  const literal = end === -1 ? [] : argv.slice(end + 1);
  refuseLoneDash(options);
  let found: { readonly name: CommandName; readonly args: Arguments } | undefined;
  const parser = openParser(argv, (name, args) => {
    found = { name, args };
  });
  if (options[0] === 'help') {
    const [, word] = options;
    if (word !== undefined && !word.startsWith('-') && !isCommand(word)) throw new UsageError(noHelp(word));
    return { kind: 'print', text: helpOf(word, width) };
  }
  let asked: Arguments = {};
  parser.parse([...options], {}, (_error: unknown, read: Arguments) => {
    asked = read;
  });
  // What yargs prints of its own accord is the version, and help that is longer than a screen.
  if (found === undefined) {
    const text = asked.version === true ? `${VERSION}\n` : helpOf((asked._ as readonly unknown[])[0], width);
    return { kind: 'print', text };
  }
  const { name, args } = found;
  refuseValuesOfFlags(options, COMMANDS[name]);
  const typed = typedWords(args[positional(COMMANDS[name])]);
  const isDefault = !(args._ as readonly unknown[]).includes(name);
  if (isDefault) refuseMistypedCommand(typed);
  return { kind: 'run', name, args, words: [...typed, ...literal] };
};

const helpOf = (word: unknown, width: number): string =>
  isCommand(word) ? commandHelp(word, width) : overviewHelp(width);

const noHelp = (word: string): string => {
  const hint = suggestion(word, Object.keys(COMMANDS), `${TOOL} --help lists them`);
  return `help ${word}: there is no such command; ${hint}`;
};

const isCommand = (word: unknown): word is CommandName => typeof word === 'string' && Object.hasOwn(COMMANDS, word);

/** `names` of `[names..]`. */
const positional = ({ parameters }: Pick<Command, 'parameters'>): string => parameters.replace(/[^a-z]/g, '');

const typedWords = (value: unknown): readonly string[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
};

const openParser = (argv: readonly string[], onCommand: (name: CommandName, args: Arguments) => void): Argv => {
  const parser = yargs([])
    .scriptName(TOOL)
    .locale('en')
    .exitProcess(false)
    .version(VERSION)
    .help()
    .alias('help', 'h')
    .strict()
    .parserConfiguration({
      'greedy-arrays': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
    })
    .fail((message: string | null, error: Error | undefined) => {
      throw new UsageError(mistake(message ?? error?.message ?? 'the command line cannot be read', argv));
    });
  for (const [name, command] of Object.entries(COMMANDS) as [CommandName, Command][]) {
    const syntax = `${name} ${command.parameters}`.trim();
    parser.command(
      name === DEFAULT_COMMAND ? [syntax, '$0'] : syntax,
      '',
      (own) => {
        if (command.parameters !== '') own.positional(positional(command), { type: 'string' });
        return own.options(command.options);
      },
      (args) => onCommand(name, args),
    );
  }
  return parser;
};

/** `check` may be left out before a name; a word that cannot be meant as one was meant as a command. */
const refuseMistypedCommand = (words: readonly string[]): void => {
  const [first] = words;
  if (first === undefined || /[.:@#[\]]/.test(first) || first === '') return;
  const meant = nearest(first, Object.keys(COMMANDS));
  if (CHECK_ID.test(first)) {
    throw new UsageError(`${first}: this looks like a check; to read about it: ${TOOL} explain ${first}`);
  }
  throw new UsageError(
    `${first}: there is no such command; ${meant === null ? 'did you mean a server name?' : `did you mean ${meant}?`} To check a server of that name: ${TOOL} check ${first}`,
  );
};

/** No server name has a slash in it. */
const CHECK_ID = /^[a-z-]+\/[a-z0-9-]+$/;

/** yargs drops a `-` among the names. */
const refuseLoneDash = (words: readonly string[]): void => {
  const isValue = (word = ''): boolean =>
    Object.values(COMMANDS).some(({ options }: Command) => options[word.replace(/^--/, '')]?.requiresArg === true);
  if (words.some((word, index) => word === '-' && !isValue(words[index - 1])))
    throw new UsageError('-: expected a name here; names on standard input are read with --targets -');
};

/** yargs takes `--json=yes` for no. */
const refuseValuesOfFlags = (words: readonly string[], command: Pick<Command, 'options'>): void => {
  for (const word of words) {
    const [, name = '', value] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? [];
    if (command.options[name]?.type === 'boolean' && value !== 'true' && value !== 'false')
      throw new UsageError(`${word}: --${name} takes no value`);
  }
};
