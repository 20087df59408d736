import { quoted } from '../../facts/words/quoted.js';
import type { JsonFault } from '../../spec/json.js';
import type { Evidence } from '../verdict.js';

/** What to do about an answer of `url` that is not JSON: one or two sentences. */
export const jsonFaultAdvice = ({ kind }: JsonFault, url: string): string =>
  `${ADVICE[kind]} "curl -s ${url} | python3 -m json.tool" shows whether it is right.`;

/** Where the fault is, and what stands there. */
export const jsonFaultEvidence = ({ line, column, excerpt, message }: JsonFault, url: string): Evidence => ({
  label: line === null ? url : `${url}, line ${line} column ${column}`,
  // UTF-16 shows itself as zero bytes, of which nobody can read anything.
  value: excerpt === null || excerpt.includes('\0') ? message : quoted(excerpt),
});

const ADVICE = {
  empty: 'Put the JSON text into the answer.',
  'not-utf8': 'Save it as UTF-8, and do not compress answers for those who did not ask for it (Content-Encoding).',
  'byte-order-mark': 'Save the file as UTF-8 without a byte order mark (BOM), which some editors put in front.',
  html: 'A web page comes in its place: the site answers every path with its own pages, so give this path a rule of its own that stands before them.',
  'program-message':
    'A program makes this answer and prints its own messages first: put a plain file in its place, or switch those off (PHP: display_errors = Off) and mend what they complain of.',
  syntax: 'Mend that place: JSON has no comments, no comma before a closing bracket, and straight double quotes only.',
  'too-deep': 'Put the real answer there: none needs so many levels.',
  'too-many': 'Put the real answer there: none needs so many values.',
} as const satisfies Record<JsonFault['kind'], string>;
