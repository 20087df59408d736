import { RISKY } from './risky-characters.js';

/**
 * Makes text from elsewhere harmless to a terminal and readable all the same: what would steer it, hide or reorder text becomes visible as
 * `\u{1b}`. Longer texts are cut, and say so.
 */
export const safeText = (text: string, maxLength = 2000): string => {
  const shown = text
    .slice(0, maxLength)
    .replace(RISKY, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return text.length > maxLength ? `${shown} ... (${text.length} characters)` : shown;
};

/** Line by line: for texts whose line breaks are our own. */
export const safeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => safeText(line))
    .join('\n');

/** The same value with every string in it made safe, keys apart. */
export const safeStrings = <T>(value: T): T => deepSafe(value) as T;

const deepSafe = (value: unknown): unknown => {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(deepSafe);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, deepSafe(member)]));
};
