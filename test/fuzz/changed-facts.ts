import type { Chance } from './chance.js';
import { jsonText } from './json-texts.js';
import { mutatedText, oddText } from './mutations.js';

/** The same facts as JSON, with a few values changed into what a hostile server, or a damaged file, could have put there. */
export const changedFacts = (text: string, chance: Chance): string => {
  const facts: unknown = JSON.parse(text);
  const places = leavesOf(facts);
  for (let times = 1 + chance.below(chance.once(10) ? 200 : 8); times > 0; times -= 1) {
    const place = places[chance.below(places.length)];
    if (place !== undefined) Reflect.set(place.holder, place.key, changed(place, chance));
  }
  return JSON.stringify(facts);
};

interface Leaf {
  readonly holder: object;
  readonly key: string;
}

const leavesOf = (value: unknown): readonly Leaf[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null
      ? [...leavesOf(member), ...(Array.isArray(member) ? [{ holder: value, key }] : [])]
      : [{ holder: value, key }],
  );
};

const changed = ({ holder, key }: Leaf, chance: Chance): unknown => {
  const value: unknown = Reflect.get(holder, key);
  if (Array.isArray(value)) {
    if (chance.once(3)) return [];
    const more: readonly unknown[] = value;
    return chance.once(50)
      ? Array.from({ length: 40 }, () => more)
          .flat()
          .slice(0, 500)
      : [...more].reverse();
  }
  if (typeof value === 'number') return chance.pick([0, -1, 0.5, 1e21, 65_536, 2 ** 53, 1e308, value + 1]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return chance.once(3) ? oddText(20, chance) : value;
  if (key === 'content') {
    const names = [...value.matchAll(/"([^"]{1,60})"\s*:/g)].map(([, name = '']) => name);
    return chance.once(2) ? jsonText(['m.server', ...names], WORDS, chance) : mutatedText(value, WORDS, chance);
  }
  if (chance.once(30)) return oddText(3, chance).repeat(chance.below(20_000));
  return chance.once(4) ? oddText(80, chance) : mutatedText(value, WORDS, chance);
};

const WORDS = [
  ...['https://matrix.example.com', 'matrix.example.com:443', '', '*', '{homeserver}', '{}', '[]', '"', ',', ':', '.'],
  ...['\u001b]52;c;aGk=\u0007', '\u202e', '\r\n', '\0', '\ufeff', '<b>', '$(id)', '`id`', "';--", '127.0.0.1', '%00'],
] as [string, ...string[]];
