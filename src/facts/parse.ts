import type * as z from 'zod/mini';
import type { Facts } from './facts.js';
import { factsSchema } from './schema.js';

/** What a user gets for a facts file that is none: where it goes wrong, what was expected there and what was found. */
export class FactsError extends Error {}

/** Reads facts that were saved as JSON. Throws FactsError where they are not facts of version 1. */
export const parseFacts = (value: unknown): Facts => {
  const result = factsSchema.safeParse(value);
  if (result.success) return result.data satisfies SameShape;
  const [issue] = result.error.issues;
  throw new FactsError(issue === undefined ? 'not a facts file' : issueWords(issue, value));
};

/** Facts without `readonly`, which schemas do not know. */
type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
type Equal<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
/** `never` as soon as schema and interfaces differ in any member, and then this file does not compile. */
type SameShape = Equal<Mutable<z.infer<typeof factsSchema>>, Mutable<Facts>> extends true ? unknown : never;

const issueWords = (issue: z.core.$ZodIssue, value: unknown): string => {
  const where = issue.path.length === 0 ? 'the file' : pathWords(issue.path);
  return `${where}: expected ${expectedWords(issue)}, found ${foundWords(valueAt(value, issue.path))}`;
};

const expectedWords = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'unrecognized_keys':
      return `no member ${quotedKeys(issue.keys)}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : issue.message;
    default:
      return issue.message;
  }
};

/** A hostile file can have any number of them, of any length. */
const quotedKeys = (keys: readonly string[]): string => {
  const shown = keys.slice(0, MOST_KEYS).map((key) => JSON.stringify(key.slice(0, MOST_SHOWN)));
  return `${shown.join(', ')}${keys.length > MOST_KEYS ? ` and ${keys.length - MOST_KEYS} more` : ''}`;
};

const MOST_KEYS = 3;
const MOST_SHOWN = 60;

const oneOf = (allowed: readonly unknown[]): string => allowed.map((value) => JSON.stringify(value)).join(' or ');

/** `federation.value.walk[2].taken` */
const pathWords = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

const foundWords = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  const written = JSON.stringify(value);
  return written.length > MOST_SHOWN ? `${written.slice(0, MOST_SHOWN)}...` : written;
};
