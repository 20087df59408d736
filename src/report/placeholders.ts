import type { Values } from '../checks/verdict.js';

/** The names in `{braces}` of a check's text. JSON inside of a text has quotes behind its braces, so that it is none. */
export const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

/** A name without a value stays in braces: a defect of the check, which tests look for. */
export const fillPlaceholders = (text: string, values: Values): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

/**
 * For texts without a case at hand: `{name}` reads `<name>`. What is there in some cases only, a sentence of its own or words added to one, is
 * left out; of a text that is nothing but that, the report is said to know more.
 */
export const namePlaceholders = (text: string): string =>
  ALL_ADDED.test(text)
    ? 'It depends on what is found: the report of a server with this fault says it.'
    : text.replace(ADDED, '').replace(SENTENCES, '$1').replace(PLACEHOLDER, '<$1>').trimEnd();

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

const NAMES = String.raw`(?:\{[A-Za-z][A-Za-z0-9]*\})+`;

/** Placeholders where a sentence could begin, with another sentence, or after one nothing, behind them. */
const SENTENCES = new RegExp(`(^|\\. )${NAMES}(?: ?(?=["A-Z])|(?<=\\. ${NAMES})$)`, 'g');

/** Placeholders that bring their own blank: right behind a full stop with a new sentence or nothing after them, or right behind a word. */
const ADDED = new RegExp(`(?<=\\.)${NAMES}(?= ["A-Z]|$)|(?<=[a-z])${NAMES}(?=[ ,.;]|$)`, 'g');

const ALL_ADDED = new RegExp(`^${NAMES}$`);
