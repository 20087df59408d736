import type { Values } from '../checks/verdict.js';

/** The names in `{braces}` of a check's text. JSON inside of a text has quotes behind its braces, so that it is none. */
export const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

/** A name without a value stays in braces: a defect of the check, which tests look for. */
export const fillPlaceholders = (text: string, values: Values): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

/** For texts without a case at hand: `{name}` reads `<name>`; what would be a sentence of its own in some cases is left out. */
export const namePlaceholders = (text: string): string =>
  text.replace(SENTENCES, '$1$2').replace(PLACEHOLDER, '<$1>').trimEnd();

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Placeholders where a sentence could begin, with another sentence, or after one nothing, behind them. */
const SENTENCES = /(^|\. )(?:\{[A-Za-z][A-Za-z0-9]*\})+(?=[A-Z])|(\. )(?:\{[A-Za-z][A-Za-z0-9]*\})+$/g;
