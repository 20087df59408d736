import type { UnsafeNumber } from './json.js';
import { characterWords } from './text-words.js';

/** What a walk over the characters of a JSON text finds, beyond what `JSON.parse` tells. */
export interface JsonScan {
  /** The first fault; null where the text is one JSON value. */
  readonly fault: JsonScanFault | null;
  readonly duplicateKeys: readonly string[];
  readonly unsafeNumbers: readonly UnsafeNumber[];
}

export interface JsonScanFault {
  readonly kind: 'syntax' | 'too-deep' | 'too-many';
  readonly message: string;
  /** UTF-16 code units from the beginning. */
  readonly offset: number;
}

/** How deep, and of how many values, a text may be. */
export interface JsonLimits {
  readonly depth: number;
  /** Objects, arrays and what is in them, so that it bounds the members as well. */
  readonly values: number;
}

/** Scans one JSON text (RFC 8259) that is not blank. Never throws; it ends at the limits. */
export const scanJson = (text: string, limits: JsonLimits): JsonScan => {
  const duplicateKeys = new Set<string>();
  const unsafeNumbers: UnsafeNumber[] = [];
  let position = 0;
  let values = 0;

  const skipBlanks = (): void => {
    BLANKS.lastIndex = position;
    BLANKS.test(text);
    position = BLANKS.lastIndex;
  };

  const scanValue = (path: string, depth: number): void => {
    skipBlanks();
    values += 1;
    if (values > limits.values) throw new ScanError('too-many', `more than ${limits.values} values in it`, position);
    const character = text.charAt(position);
    if (character === '{' || character === '[') {
      if (depth === limits.depth) {
        const message = `objects or arrays within each other, more than ${limits.depth} deep`;
        throw new ScanError('too-deep', message, position);
      }
      if (character === '{') scanObject(path, depth + 1);
      else scanArray(path, depth + 1);
    } else if (character === '"') {
      scanString();
    } else if (/[0-9-]/.test(character)) {
      scanNumber(path);
    } else {
      const word = /^(true|false|null)(?![0-9A-Za-z_$])/.exec(text.slice(position, position + 6))?.[0];
      if (word === undefined) throw syntax(`${foundWords(text, position)} where a value was expected`, position);
      position += word.length;
    }
  };

  const scanObject = (path: string, depth: number): void => {
    const keys = new Set<string>();
    position += 1;
    skipBlanks();
    if (text.charAt(position) === '}') {
      position += 1;
      return;
    }
    for (;;) {
      skipBlanks();
      if (text.charAt(position) !== '"') throw syntax(keyFault(text, position), position);
      const key = scanString();
      const memberPath = pathTo(path, key);
      if (keys.has(key) && duplicateKeys.size < MAX_LISTED) duplicateKeys.add(memberPath);
      keys.add(key);
      skipBlanks();
      if (text.charAt(position) !== ':') {
        throw syntax(`${foundWords(text, position)} where a colon was expected, behind the name of a member`, position);
      }
      position += 1;
      scanValue(memberPath, depth);
      if (endsAfterSeparator('}', 'brace')) return;
    }
  };

  const scanArray = (path: string, depth: number): void => {
    position += 1;
    skipBlanks();
    if (text.charAt(position) === ']') {
      position += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      scanValue(`${path}[${index}]`, depth);
      if (endsAfterSeparator(']', 'bracket')) return;
    }
  };

  /** Goes over a comma (false) or the closing character (true). */
  const endsAfterSeparator = (closing: '}' | ']', closingWord: string): boolean => {
    skipBlanks();
    const separatorAt = position;
    const separator = text.charAt(position);
    if (separator !== ',' && separator !== closing) {
      throw syntax(
        `${foundWords(text, position)} where a comma or the closing ${closingWord} was expected`,
        separatorAt,
      );
    }
    position += 1;
    if (separator === closing) return true;
    skipBlanks();
    if (text.charAt(position) === closing) throw syntax(`a comma before the closing ${closingWord}`, separatorAt);
    return false;
  };

  /** Returns the value of the string; `position` is then behind its closing quote. */
  const scanString = (): string => {
    const start = position;
    const inside = stringStart(text, start);
    if (text.charAt(start + inside.length) !== '"') throw stringFault(text, start + inside.length);
    position += inside.length + 1;
    return String(JSON.parse(`${inside}"`));
  };

  const scanNumber = (path: string): void => {
    NUMBER_LIKE.lastIndex = position;
    const token = NUMBER_LIKE.exec(text)?.[0] ?? '';
    if (!NUMBER.test(token)) throw syntax(numberFault(token), position);
    if (
      unsafeNumbers.length < MAX_LISTED &&
      (!/^(0|-?[1-9][0-9]*)$/.test(token) || !Number.isSafeInteger(Number(token)))
    ) {
      unsafeNumbers.push({ path: path === '' ? 'the whole text' : path, token: token.slice(0, MAX_SHOWN) });
    }
    position += token.length;
  };

  try {
    scanValue('', 0);
    skipBlanks();
    if (position < text.length)
      throw syntax(`${foundWords(text, position)} behind the end of the JSON value`, position);
    return { fault: null, duplicateKeys: [...duplicateKeys], unsafeNumbers };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const { kind, message, offset } = error;
    return { fault: { kind, message, offset }, duplicateKeys: [...duplicateKeys], unsafeNumbers };
  }
};

const MAX_LISTED = 20;
const MAX_SHOWN = 40;
const MAX_PATH = 200;
const BLANKS = /[ \t\n\r]*/y;
/** A string up to its closing quote, or to what it may not hold. */
const STRING_START = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*/y;
const NUMBER_LIKE = /[0-9A-Za-z.+-]+/y;
const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** Carries the first fault out of the recursion. */
class ScanError extends Error {
  readonly kind: JsonScanFault['kind'];
  readonly offset: number;
  constructor(kind: JsonScanFault['kind'], message: string, offset: number) {
    super(message);
    this.kind = kind;
    this.offset = offset;
  }
}

const syntax = (message: string, offset: number): ScanError => new ScanError('syntax', message, offset);

const pathTo = (path: string, key: string): string =>
  `${path}${path === '' ? '' : '.'}${key.length > MAX_SHOWN ? `${key.slice(0, MAX_SHOWN)}...` : key}`.slice(-MAX_PATH);

/** What stands at an offset, in words. */
const foundWords = (text: string, offset: number): string => {
  const rest = text.slice(offset, offset + MAX_SHOWN);
  if (rest === '') return 'the end of the text';
  if (/^(\/\/|\/\*|#)/u.test(rest)) return 'a comment, which JSON does not have,';
  if (/^['\u2018\u2019]/u.test(rest)) return 'a single quote (strings stand in double quotes)';
  if (/^[\u201c-\u201f\u00ab\u00bb]/u.test(rest))
    return 'a typographic quote (strings stand in straight double quotes)';
  if (rest.startsWith('"')) return 'a string';
  if (rest.startsWith('\u0000')) return 'a NUL character (is the file UTF-16?)';
  const word = /^[\p{L}\p{N}_$.+-]+/u.exec(rest)?.[0];
  if (word !== undefined) return `"${word}"`;
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return /^[\p{P}\p{S}]$/u.test(character) ? `"${character}"` : `the character ${characterWords(character)}`;
};

const keyFault = (text: string, offset: number): string => {
  const name = /^[A-Za-z_$][\w.$-]*/u.exec(text.slice(offset, offset + MAX_SHOWN))?.[0];
  return name === undefined
    ? `${foundWords(text, offset)} where the name of a member was expected, in double quotes`
    : `the name "${name}" without quotes around it`;
};

const numberFault = (token: string): string => {
  const shown = `"${token.slice(0, MAX_SHOWN)}"`;
  if (/^-?0[0-9]/.test(token)) return `the number ${shown} with a leading zero`;
  return `${shown}, which is not a number that JSON allows`;
};

const stringStart = (text: string, start: number): string => {
  STRING_START.lastIndex = start;
  return STRING_START.exec(text)?.[0] ?? '';
};

/** What a string may not have. */
const stringFault = (text: string, offset: number): ScanError => {
  const character = text.charAt(offset);
  if (character === '') return syntax('the end of the text within a string: the closing quote is missing', offset);
  if (character === '\n' || character === '\r') {
    return syntax('the end of the line within a string: the closing quote is missing', offset);
  }
  if (character < ' ') return syntax(`${foundWords(text, offset)} within a string, where it must be escaped`, offset);
  return syntax(`the escape "${text.slice(offset, offset + 2)}" within a string, which JSON does not have`, offset);
};
