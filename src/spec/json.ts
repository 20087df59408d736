import { scanJson } from './json-scan.js';
import { shortened } from './text-words.js';
import { utf8Fault } from './utf8-fault.js';

/** Where JSON text went wrong: `line` and `column` count from 1, `message` says what was found and what was expected, `excerpt` is the offending line. */
export interface JsonFault {
  readonly kind:
    | 'empty'
    | 'not-utf8'
    | 'byte-order-mark'
    | 'html'
    | 'program-message'
    | 'syntax'
    | 'too-deep'
    | 'too-many';
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  /** At most 120 characters of it, around the fault. */
  readonly excerpt: string | null;
}

/** A text, or the bytes that are not UTF-8; null where only that is known of them. */
export type JsonText = string | Uint8Array | null;

export type JsonReading =
  | {
      readonly kind: 'json';
      readonly value: unknown;
      /** Members that stand twice in one object, as paths (`m.homeserver.base_url`, `contacts[0].role`); at most 20 of them. */
      readonly duplicateKeys: readonly string[];
      /** Numbers that programs read differently; at most 20 of them. */
      readonly unsafeNumbers: readonly UnsafeNumber[];
    }
  | { readonly kind: 'not-json'; readonly fault: JsonFault };

/** A number token with a fraction or an exponent, `-0`, or an integer beyond 2^53 - 1: JavaScript reads it as another number or drops its form. */
export interface UnsafeNumber {
  readonly path: string;
  readonly token: string;
}

export type JsonObject = { readonly [key: string]: unknown };

/** At most this deep; deeper texts are `too-deep`. */
export const MAX_JSON_DEPTH = 100;

/** At most so many objects, arrays, members and items in all; others are `too-many`. A hundred times as many as any answer of Matrix has. */
export const MAX_JSON_VALUES = 10_000;

/**
 * One JSON text (RFC 8259), the whole of it. A byte order mark is a fault of its own, since `JSON.parse` and most servers refuse it. Never
 * throws. `__proto__` is an ordinary member.
 */
export const readJson = (text: JsonText): JsonReading => {
  if (text === null) return notJson('not-utf8', NOT_UTF8);
  if (typeof text !== 'string') return notUtf8(text);
  const first = /[^ \t\n\r\ufeff]/u.exec(text);
  if (first === null)
    return notJson('empty', text === '' ? 'there is nothing in it' : 'there is only white space in it');
  const program = PROGRAM_MESSAGE.exec(text)?.[1];
  if (program !== undefined) {
    return faultAt(text, 'program-message', first.index, `a message of a program (${program}) before the JSON text`);
  }
  if (text.charAt(first.index) === '<') return faultAt(text, 'html', first.index, htmlWords(text));
  if (text.startsWith('\ufeff')) {
    return faultAt(text, 'byte-order-mark', 0, 'a byte order mark (U+FEFF) before the JSON text, which parsers refuse');
  }

  // The scan comes first: it bounds what JSON.parse does not.
  const scan = scanJson(text, { depth: MAX_JSON_DEPTH, values: MAX_JSON_VALUES });
  if (scan.fault !== null && scan.fault.kind !== 'syntax') {
    return faultAt(text, scan.fault.kind, scan.fault.offset, scan.fault.message);
  }
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value, duplicateKeys: scan.duplicateKeys, unsafeNumbers: scan.unsafeNumbers };
  } catch (error) {
    if (scan.fault !== null) return faultAt(text, 'syntax', scan.fault.offset, scan.fault.message);
    return notJson('syntax', error instanceof Error ? error.message : String(error));
  }
};

/** `a comma before the closing brace, line 3 column 25`; without the place where there is none to name. */
export const jsonFaultWords = (fault: JsonFault): string =>
  fault.line === null ? fault.message : `${fault.message}, line ${fault.line} column ${fault.column}`;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `an array`, `null`, `a string`: what a value is, for sentences. */
export const jsonKind = (value: unknown): string => {
  if (value === null) return 'null';
  if (value === undefined) return 'absent';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

const MAX_EXCERPT = 120;

const notJson = (kind: JsonFault['kind'], message: string): JsonReading => ({
  kind: 'not-json',
  fault: { kind, message, line: null, column: null, excerpt: null },
});

const faultAt = (text: string, kind: JsonFault['kind'], offset: number, message: string): JsonReading => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const nextBreak = text.indexOf('\n', offset);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = Math.max(lineStart, Math.min(offset - MAX_EXCERPT / 2, lineEnd - MAX_EXCERPT));
  return {
    kind: 'not-json',
    fault: {
      kind,
      message,
      line: count(text.slice(0, lineStart), /\n/g) + 1,
      column: offset - lineStart - count(text.slice(lineStart, offset), SURROGATE_PAIR) + 1,
      excerpt: text
        .slice(from, Math.min(lineEnd, from + MAX_EXCERPT))
        .replace(/\r$/u, '')
        .replace(/\p{Surrogate}/gu, '\ufffd'),
    },
  };
};

const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const NOT_UTF8 = 'the bytes are not UTF-8, the only encoding that JSON has';

const notUtf8 = (bytes: Uint8Array): JsonReading => {
  const fault = utf8Fault(bytes);
  if (fault === null) return readJson(Buffer.from(bytes).toString('utf8'));
  const { message, offset, text } = fault;
  return faultAt(text, 'not-utf8', offset, message);
};

/** What PHP prints in front of the answer where its errors are displayed: "<br /> <b>Warning</b>: Undefined variable ...", or without the marks. */
const PROGRAM_MESSAGE =
  /^\s*(?:<br ?\/?>\s*)?(?:<b>)?((?:PHP )?(?:Warning|Notice|Deprecated|Fatal error|Parse error))(?:<\/b>)?: /u;

const htmlWords = (text: string): string => {
  if (!/^[\s\ufeff]*<(!doctype html|html|head|body|!--)/iu.test(text)) {
    return '"<" at the beginning, so that this is HTML or XML in place of JSON';
  }
  const title = htmlTitle(text);
  return title === null ? 'an HTML page in place of JSON' : `an HTML page ("${title}") in place of JSON`;
};

/** Shortened, on one line; null where there is none. */
const htmlTitle = (text: string): string | null => {
  const title = /<title[^<>]*>([^<]*)/iu.exec(text)?.[1]?.replace(/\s+/gu, ' ').trim() ?? '';
  return title === '' ? null : shortened(title);
};
