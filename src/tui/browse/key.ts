import type { Key as InkKey } from 'ink';

/** What a key means, whatever the terminal sends for it. `text`: one character. */
export type Key = { readonly name: NamedKey } | { readonly name: 'text'; readonly text: string };

type NamedKey =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'home'
  | 'end'
  | 'enter'
  | 'escape'
  | 'backspace'
  | 'clear'
  | 'interrupt';

/** What Ink heard, as keys: several where they came faster than they were read, none where they mean nothing here. */
export const keysOf = (input: string, key: Partial<InkKey>): readonly Key[] => {
  const named = NAMED.find(([property]) => key[property] === true);
  if (named !== undefined) return [{ name: named[1] }];
  if (key.ctrl === true) {
    const name = WITH_CTRL[input];
    return name === undefined ? [] : [{ name }];
  }
  if (key.meta === true) return [];
  return [...input].flatMap((character): readonly Key[] => {
    const name = CONTROLS[character];
    if (name !== undefined) return [{ name }];
    return /[\p{Cc}\p{Cs}]/u.test(character) ? [] : [{ name: 'text', text: character }];
  });
};

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  // What most terminals send for Backspace.
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof InkKey, NamedKey])[];

const WITH_CTRL: Readonly<Record<string, NamedKey>> = { c: 'interrupt', u: 'clear', n: 'down', p: 'up' };

const CONTROLS: Readonly<Record<string, NamedKey>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u0003': 'interrupt',
  '\u0015': 'clear',
};
