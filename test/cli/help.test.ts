import { describe, expect, it } from 'vitest';
import { CHECK_ROWS } from '../../src/cli/commands/check-rows.js';
import type { Command } from '../../src/cli/commands/command.js';
import { COMMANDS, type CommandName } from '../../src/cli/commands/index.js';
import { ENVIRONMENT } from '../../src/cli/environment.js';
import { EXIT_STATUSES } from '../../src/cli/exit-statuses.js';
import { commandHelp, overviewHelp } from '../../src/cli/help.js';
import { writtenOptions } from '../../src/cli/written-options.js';

const commands = Object.entries(COMMANDS) as [CommandName, Command][];
const texts = [
  { name: 'the overview', help: overviewHelp },
  ...commands.map(([name]) => ({ name, help: (width: number) => commandHelp(name, width) })),
];

describe.each(texts)('help: $name', ({ help }) => {
  const lines = help(80).split('\n');

  it('fits one screen of 80 columns and 24 rows, the prompt below it', () => {
    expect(lines.at(-1)).toBe('');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('opens with two examples', () => {
    expect(lines.slice(0, 2).map((line) => /^ {2}matrix-discovery \S.* {2}\S/.test(line))).toEqual([true, true]);
    expect(lines[2]).toBe('');
    expect(lines[3]).toMatch(/^Usage: matrix-discovery/);
  });

  it('says the exit codes and the environment', () => {
    const text = help(80).replace(/\s+/g, ' ');
    for (const { code, brief } of EXIT_STATUSES) expect(text).toContain(`${code} ${brief}`);
    for (const name of ENVIRONMENT.flatMap(({ names }) => names)) expect(text).toContain(` ${name}`);
  });

  it('keeps within 40 columns but for what is typed', () => {
    const long = help(40)
      .split('\n')
      .filter((line) => line.length > 40);
    expect(long.filter((line) => !/matrix-discovery|--/.test(line))).toEqual([]);
  });
});

describe('help of a command', () => {
  it.each(commands)('%s has every option, with its group beside the first of it', (name, { options }) => {
    const text = commandHelp(name, 80);
    for (const [option, { alias, group }] of Object.entries(options)) {
      expect(text).toMatch(new RegExp(`--(\\[no-\\])?${option}\\b`));
      expect(text).toMatch(new RegExp(`^${group} `, 'm'));
      if (alias !== undefined) expect(text).toContain(`-${alias}, --${option}`);
    }
  });

  it('check has a line for each option, once', () => {
    expect(CHECK_ROWS.flatMap(([names]) => names).sort()).toEqual(Object.keys(COMMANDS.check.options).sort());
  });

  it.each(commands)('%s: an option that takes a text says of what kind', (_, { options }) => {
    for (const [name, { type, argument, requiresArg, values }] of Object.entries(options)) {
      expect([name, argument !== undefined]).toEqual([name, type === 'string']);
      if (type === 'string') expect([name, requiresArg === true]).toEqual([name, argument?.startsWith('[') === false]);
      if (values !== undefined) expect(type).toBe('string');
    }
  });
});

describe('options, written out', () => {
  const option = { type: 'string', group: 'Output', describe: '' } as const;
  it.each([
    [{ a: { ...option, argument: 'X' }, b: { ...option, argument: 'X' } }, '--a, --b X'],
    [{ a: { ...option, argument: 'X' }, b: { ...option, argument: 'Y' } }, '--a X; --b Y'],
    [{ a: { ...option, alias: 'q' }, b: { ...option, argument: '[T]' } }, '-q, --a; --b [T]'],
    [{ a: { ...option, negatable: true as const } }, '--[no-]a'],
  ])('%j', (options, text) => {
    expect(writtenOptions(Object.keys(options), options)).toBe(text);
  });
});
