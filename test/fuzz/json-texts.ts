import type { Chance } from './chance.js';
import { mutatedText, oddText } from './mutations.js';

/** A JSON text with these names and values in it, or nearly one. */
export const jsonText = (
  names: readonly [string, ...string[]],
  values: readonly [string, ...string[]],
  chance: Chance,
): string => {
  let left = chance.once(30) ? 2000 : 4 + chance.below(40);
  const write = (depth: number): string => {
    left -= 1;
    if (depth === 0 || left < 0 || chance.once(5)) return scalar();
    if (chance.once(3)) return `[${chance.several(6, () => write(depth - 1)).join(',')}]`;
    const members = chance.several(8, () => `${quoted(name())}:${chance.pick(['', ' '])}${write(depth - 1)}`);
    return `{${members.join(',')}}`;
  };
  const name = (): string => (chance.once(5) ? chance.pick(ODD_NAMES) : chance.pick(names));
  const scalar = (): string => {
    switch (chance.below(4)) {
      case 0:
        return chance.pick(ODD_SCALARS);
      case 1:
        return quoted(oddText(chance.once(50) ? 3000 : 20, chance));
      default:
        return quoted(chance.pick(values));
    }
  };
  const quoted = (text: string): string => JSON.stringify(text);
  const text = chance.once(300) ? deep(chance) : write(5);
  return chance.once(2) ? text : mutatedText(text, [...names, ...values, ...ODD_SCALARS, ...SEPARATORS], chance);
};

const ODD_NAMES = ['__proto__', 'constructor', 'toString', '', 'hasOwnProperty', '0', '\u202e', 'm.server'] as const;

const ODD_SCALARS = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '1.0',
  '1e400',
  '-1e-400',
  '9007199254740993',
  `1${'0'.repeat(400)}`,
  'NaN',
  '[]',
  '{}',
  '"\\ud800"',
  '"\\u0000"',
] as const;

const SEPARATORS = ['{', '}', '[', ']', ':', ',', '"', '\\', '//', '/*', '\ufeff', '<html>', '{"a":1,"a":2}'] as const;

/** Long or deep enough to tell a reader that takes more than its time. */
const deep = (chance: Chance): string => {
  const times = 1 + chance.below(12_000);
  const piece = chance.pick(['[', '{"a":', '[[],', '"a",', '{"":0},', '\\u0041', '-', ' ', '\n', '1,', 'x']);
  const body = piece.repeat(times);
  return chance.pick([body, `[${body}0]`, `"${body}"`, `{"m.server":"${body}"}`, body + ']'.repeat(times)]);
};
