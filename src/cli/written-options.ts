import type { Option } from './options/option.js';

/** "-v, --verbose; -q, --quiet", "--[no-]tui", "--only, --skip LIST": what stands behind all of them is written once. */
export const writtenOptions = (names: readonly string[], options: Readonly<Record<string, Option>>): string => {
  const known = names.flatMap((name) => (options[name] === undefined ? [] : [{ name, option: options[name] }]));
  const [first] = known;
  const shared =
    known.length > 1 && known.every(({ option }) => option.argument === first?.option.argument)
      ? first?.option.argument
      : undefined;
  return shared === undefined
    ? known.map(({ name, option }) => `${typed(name, option)}${behind(option.argument)}`).join('; ')
    : `${known.map(({ name, option }) => typed(name, option)).join(', ')}${behind(shared)}`;
};

const typed = (name: string, { alias, negatable }: Option): string =>
  `${alias === undefined ? '' : `-${alias}, `}--${negatable === true ? '[no-]' : ''}${name}`;

const behind = (argument: string | undefined): string => (argument === undefined ? '' : ` ${argument}`);
