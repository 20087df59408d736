/** C0 control characters: JSON escapes them by itself, and has newlines of its own between members. */
const CONTROLS = [[0x00, 0x1f]] as const;

/** What steers a terminal, hides, or reorders text. First and last code point. */
const HIDDEN = [
  [0x7f, 0x9f], // DEL and C1
  [0xad, 0xad], // soft hyphen
  [0x34f, 0x34f], // combining grapheme joiner
  [0x61c, 0x61c], // Arabic letter mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5], // Khmer inherent vowels
  [0x180b, 0x180f], // Mongolian selectors and vowel separator
  [0x200b, 0x200f], // zero-width characters and direction marks
  [0x2028, 0x202e], // line and paragraph separators, bidirectional embeddings and overrides
  [0x2060, 0x206f], // invisible operators, bidirectional isolates
  [0x3164, 0x3164], // Hangul filler
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // half-width Hangul filler
  [0xfff0, 0xfffb], // annotations
  [0x1bca0, 0x1bca3], // shorthand format controls
  [0x1d173, 0x1d17a], // musical format controls
  [0xe0000, 0xe0fff], // tags
] as const;

const SURROGATES = [[0xd800, 0xdfff]] as const;

const pattern = (ranges: readonly (readonly [number, number])[]): RegExp =>
  new RegExp(
    `[${ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`,
    'gu',
  );

/** What must not reach a terminal as it is. Lone surrogates only: those of a pair are one character. */
export const RISKY = pattern([...CONTROLS, ...HIDDEN, ...SURROGATES]);

/** What `JSON.stringify` leaves as it is. */
export const RISKY_IN_JSON = pattern(HIDDEN);
