import { isJsonObject, jsonKind, MAX_JSON_DEPTH } from './json.js';

/** Why a value has no canonical form: a fraction, an integer outside of [-(2^53)+1, 2^53-1], a lone surrogate. `path` leads to it. */
export interface CanonicalFault {
  /** `verify_keys.ed25519:a.key`; empty for the value itself. Of a long one, the last 200 characters. */
  readonly path: string;
  /** Finishes the sentence that the path begins: `is 1.5, and canonical JSON has whole numbers only`. */
  readonly message: string;
}

export type CanonicalReading =
  | { readonly kind: 'canonical'; readonly text: string }
  | { readonly kind: 'impossible'; readonly fault: CanonicalFault };

/** Canonical JSON of the appendices: members by Unicode code point, shortest form, `-0` as `0`. For values as `readJson` gives them. Never throws. */
export const canonicalJson = (value: unknown): CanonicalReading => {
  try {
    return { kind: 'canonical', text: write(value, '', 0) };
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    return { kind: 'impossible', fault: { path: error.path.slice(-MOST_SHOWN), message: error.message } };
  }
};

const MOST_SHOWN = 200;

/** Carries the fault out of the recursion. */
class NotCanonical extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const write = (value: unknown, path: string, depth: number): string => {
  if (depth > MAX_JSON_DEPTH) throw new NotCanonical(path, `is nested more than ${MAX_JSON_DEPTH} deep`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value === 'string') return writeString(value, path);
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown, index) => write(item, `${path}[${index}]`, depth + 1)).join(',')}]`;
  }
  if (!isJsonObject(value)) throw new NotCanonical(path, `is ${jsonKind(value)}, which JSON does not have`);
  const members = Object.entries(value).map(([name, member]) => {
    const memberPath = path === '' ? name : `${path}.${name}`;
    const written = writeString(name, memberPath);
    return { order: Buffer.from(name), text: `${written}:${write(member, memberPath, depth + 1)}` };
  });
  // The order of UTF-8 bytes is the order of code points; the order of JavaScript strings is not.
  members.sort((left, right) => Buffer.compare(left.order, right.order));
  return `{${members.map(({ text }) => text).join(',')}}`;
};

const writeNumber = (value: number, path: string): string => {
  if (!Number.isInteger(value)) throw new NotCanonical(path, `is ${value}, and canonical JSON has whole numbers only`);
  if (!Number.isSafeInteger(value)) throw new NotCanonical(path, `is ${value}, which is beyond 2^53 - 1`);
  return value === 0 ? '0' : String(value);
};

/** `JSON.stringify` escapes just what must be escaped, except that it also escapes lone surrogates. */
const writeString = (value: string, path: string): string => {
  if (/\p{Surrogate}/u.test(value))
    throw new NotCanonical(path, 'has half of a surrogate pair in it, which UTF-8 cannot hold');
  return JSON.stringify(value);
};
