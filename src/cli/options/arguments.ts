import { UsageError } from '../usage-error.js';

/** What yargs makes of the command line: options by name, each a text, a boolean, or a list of them where it was given several times. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The text of an option; the last one where it was given several times, undefined where it was not. */
export const lastText = (args: Arguments, name: string): string | undefined => allTexts(args, name).at(-1);

/** Every text of an option that may be repeated. */
export const allTexts = (args: Arguments, name: string): readonly string[] => {
  const value = args[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((text) => {
    if (typeof text === 'string' && text !== '') return text;
    throw new UsageError(`--${name}: expected a value`);
  });
};

/** The text of an option that names a file, which would be lost where another one follows it. */
export const onlyText = (args: Arguments, name: string): string | undefined => {
  const [text, ...more] = allTexts(args, name);
  if (more.length > 0) throw new UsageError(`--${name}: expected once, found ${more.length + 1} times`);
  return text;
};

/** The parts of an option that takes lists: `a,b` is the same as giving it twice. A list of nothing is no list: it would stand for everything. */
export const listedTexts = (args: Arguments, name: string): readonly string[] =>
  allTexts(args, name).flatMap((text) => {
    const parts = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length === 0) throw new UsageError(`--${name} ${text}: expected a value`);
    return parts;
  });

export const flag = (args: Arguments, name: string): boolean => args[name] === true;
