import { openPage, type Page, pad } from '../render/text/page.js';
import { TOOL } from '../version.js';
import type { Command, Example } from './commands/command.js';
import { COMMANDS, type CommandName, DEFAULT_COMMAND } from './commands/index.js';
import { ENVIRONMENT } from './environment.js';
import { EXIT_OF_SEVERAL, EXIT_STATUSES } from './exit-statuses.js';
import { OPTION_GROUPS } from './options/option.js';
import { writtenOptions } from './written-options.js';

/** What a command can do, on one screen of 80 columns and 24 rows. */
export const commandHelp = (name: CommandName, width: number): string => {
  const command: Command = COMMANDS[name];
  const { argument, describes, examples } = command;
  const typed = name === DEFAULT_COMMAND ? `[${name}]` : name;
  const usage = [TOOL, typed, Object.keys(command.options).length > 0 ? '[OPTION...]' : '', argument];
  const [first, second] = examples;
  return helpText(width, [first, second], `Usage: ${usage.filter((word) => word !== '').join(' ')}`, [
    ...(argument === '' ? [] : [{ label: argument.replace(/[^A-Z]/g, ''), left: '', right: describes }]),
    ...optionRows(command),
  ]);
};

/** Which commands there are. */
export const overviewHelp = (width: number): string => {
  const commands = Object.entries(COMMANDS).map(([name, { argument, summary }], index) => ({
    label: index === 0 ? 'Command' : '',
    left: `${name} ${argument}`.trimEnd(),
    right: summary,
  }));
  return helpText(
    width,
    [
      ['example.com', 'the same as: check example.com'],
      ['demo expired-certificate', 'see it work, without the Internet'],
    ],
    `Usage: ${TOOL} [COMMAND] [OPTION...] [NAME...]`,
    [
      ...commands,
      { label: 'Options', left: '-h, --help', right: 'The options of a command: check --help' },
      { label: '', left: '--version', right: 'The version' },
      { label: '', left: '--', right: 'What follows is a name, even with a dash first' },
    ],
  );
};

/** `left` is written as it is typed; rows without it have all the room. */
interface Row {
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

const helpText = (width: number, examples: readonly Example[], usage: string, rows: readonly Row[]): string => {
  const page = openPage({ width, unicode: false, colour: false, verbose: false });
  const typed = examples.map(([words, does]) => ({ label: '', left: `${TOOL} ${words}`, right: does }));
  const labels = Math.max(...[...rows, ...END].map(({ label }) => label.length)) + 1;
  const lines = [
    ...rowLines(typed, 2, page),
    '',
    ...page.hang('', usage),
    ...rowLines(rows, labels, page),
    ...rowLines(END, labels, page),
  ];
  return `${lines.join('\n')}\n`;
};

const rowLines = (rows: readonly Row[], indent: number, page: Page): readonly string[] => {
  const widest = Math.max(0, ...rows.map(({ left }) => left.length));
  return rows.flatMap(({ label, left, right }) => {
    const lead = page.narrow && left !== '' ? `${label === '' ? '' : `${label}\n`}  ${left}` : pad(label, indent);
    if (left === '') return page.hang(lead, right);
    if (page.narrow) return [...lead.split('\n'), ...page.hang('      ', right)];
    return page.hang(`${lead}${pad(left, widest)}  `, right);
  });
};

const optionRows = ({ options, rows }: Command): readonly Row[] => {
  const lines = rows ?? Object.entries(options).map(([name, { describe }]) => [[name], describe] as const);
  return OPTION_GROUPS.flatMap((group) =>
    lines
      .filter(([[first = '']]) => options[first]?.group === group)
      .map(([names, says], index) => ({
        label: index === 0 ? group : '',
        left: writtenOptions(names, options),
        right: says,
      })),
  );
};

const END: readonly Row[] = [
  {
    label: 'Exit',
    left: '',
    right: `${EXIT_STATUSES.map(({ code, brief }) => `${code} ${brief}`).join('; ')}; ${EXIT_OF_SEVERAL}`,
  },
  { label: 'Env', left: '', right: ENVIRONMENT.flatMap(({ names }) => names).join(' ') },
];
