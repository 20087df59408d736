import { wrap } from '../render/text/page.js';
import { TOOL, VERSION } from '../version.js';
import type { Command } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { ENVIRONMENT } from './environment.js';
import { EXIT_OF_SEVERAL, EXIT_STATUSES } from './exit-statuses.js';
import { OPTION_GROUPS, type Option } from './options/option.js';
import { writtenOptions } from './written-options.js';

/** The manual in the man(7) language, made of the table of commands. `npm run man` writes it to man/. */
export const manPage = (): string =>
  `${[
    `.TH ${TOOL.toUpperCase()} 1 "${DATE}" "${TOOL} ${VERSION}" "User Commands"`,
    section('NAME', [text(`${TOOL} - check how servers and clients find a Matrix homeserver`)]),
    section('SYNOPSIS', commands.map(synopsis)),
    section('DESCRIPTION', DESCRIPTION.map(text).join('\n.PP\n').split('\n')),
    section('COMMANDS', commands.map(commandEntry)),
    section('OPTIONS', OPTION_GROUPS.flatMap(groupEntries)),
    section('EXIT STATUS', [
      ...EXIT_STATUSES.map(({ code, sentence }) => entry(bold(code), sentence)),
      paragraph(`With ${EXIT_OF_SEVERAL}.`),
    ]),
    section(
      'ENVIRONMENT',
      ENVIRONMENT.map(({ names, sentence }) => entry(names.map(bold).join(', '), sentence)),
    ),
    section(
      'FILES',
      FILES.map(([path, sentence]) => entry(italic(path), sentence)),
    ),
    section('EXAMPLES', commands.flatMap(exampleEntries)),
    section('SEE ALSO', SEE_ALSO),
  ].join('\n')}\n`;

/** When its own words were last changed. */
const DATE = '2026-11-25';

const DESCRIPTION = [
  `${TOOL} resolves a Matrix server name exactly as the Server-Server specification describes, looks at every address, and does for clients what clients do: well-known files, SRV records, certificates, CORS headers, signing keys and what clients ask next.`,
  'It then says what is wrong, worst first, each with what was seen, why it matters, who is affected and what to change; how other servers get there, step by step; and what was not tested. Not tested is not passed.',
  'At a terminal the run is drawn while it goes on, and the report stays below. Several names give one line each as they are ready, and a summary with the worst last.',
];

const FILES = [
  ['/etc/resolv.conf', 'The DNS resolvers, unless --resolver names others.'],
  ['/etc/ssl/certs/ca-certificates.crt', "The system's root certificates, here or where other systems have them."],
] as const;

const SEE_ALSO = [
  '.BR dig (1),',
  '.BR openssl (1),',
  '.BR curl (1)',
  '.PP',
  'https://spec.matrix.org/v1.19/server\\-server\\-api/#resolving\\-server\\-names',
];

const commands = Object.entries(COMMANDS) as readonly (readonly [string, Command])[];

const section = (heading: string, lines: readonly string[]): string => [`.SH ${heading}`, ...lines].join('\n');

const synopsis = ([name, { options, argument }]: readonly [string, Command], index: number): string =>
  [
    ...(index === 0 ? [] : ['.br']),
    [
      bold(TOOL),
      index === 0 ? `[${bold(name)}]` : bold(name),
      ...(Object.keys(options).length === 0 ? [] : [`[${italic('OPTION')}...]`]),
      ...(argument === '' ? [] : [argument.replace(/[A-Z]+/, italic)]),
    ].join(' '),
  ].join('\n');

const commandEntry = ([name, { argument, describes, summary }]: readonly [string, Command]): string => {
  const described = describes === '' ? '' : ` ${placeholder(argument)}: ${lowerFirst(describes)}.`;
  return entry(`${bold(name)} ${argument.replace(/[A-Z]+/, italic)}`.trimEnd(), `${summary}.${described}`);
};

const groupEntries = (group: string): readonly string[] => {
  const seen = new Map<string, Option>();
  for (const [, { options }] of commands) {
    for (const [name, option] of Object.entries(options)) if (option.group === group) seen.set(name, option);
  }
  return [`.SS ${group}`, ...[...seen].map(optionEntry)];
};

const optionEntry = ([name, option]: [string, Option]): string => {
  const { describe, more, repeatable } = option;
  const sentences = [
    `${upperFirst(describe)}.`,
    ...(more === undefined ? [] : [more]),
    ...(repeatable === true ? ['May be given several times.'] : []),
    `Commands: ${commands.flatMap(([command, { options }]) => (Object.hasOwn(options, name) ? [command] : [])).join(', ')}.`,
  ];
  return entry(bold(writtenOptions([name], { [name]: option })), sentences.join(' '));
};

const exampleEntries = ([, { examples }]: readonly [string, Command]): readonly string[] =>
  examples.map(([typed, does]) => entry(bold(`${TOOL} ${typed}`), `${upperFirst(does)}.`));

/** `lead` is written already; `words` are not. */
const entry = (lead: string, words: string): string => ['.TP', lead, text(words)].join('\n');

const paragraph = (words: string): string => `.PP\n${text(words)}`;

/** Short lines, none of which begins like a request. */
const text = (words: string): string =>
  wrap(escaped(words), 78)
    .map((line) => line.replace(/^[.']/, '\\&$&'))
    .join('\n');

/** `NAME` of `[NAME...]`. */
const placeholder = (argument: string): string => argument.replace(/[^A-Z]/g, '');

const upperFirst = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const lowerFirst = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

const bold = (words: string): string => `\\fB${escaped(words)}\\fR`;
const italic = (words: string): string => `\\fI${escaped(words)}\\fR`;

/** A dash that is typed must stay one, and so must a straight quote. */
const escaped = (words: string): string =>
  words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('`', '\\(ga');
