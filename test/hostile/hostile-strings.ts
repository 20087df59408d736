import { type Chance, chanceOf } from '../fuzz/chance.js';

/** What begins a line that no line of an output may begin with. */
export const FORGED = 'FORGED';

/** One string after the other, each with something in it that steers a terminal, hides, reorders, breaks the line, or has no end. */
export const newHostileStrings = (seed: number): { next(lineBreaks?: boolean): string; given(): number } => {
  let count = 0;
  return {
    next: (lineBreaks = true) => {
      count += 1;
      const chance = chanceOf(seed, 'hostile strings', count);
      const pieces = Array.from({ length: 1 + chance.below(4) }, () => piece(chance));
      if (chance.once(40)) pieces.push('y'.repeat(2000 + chance.below(4000)));
      if (lineBreaks && chance.once(2))
        pieces.splice(chance.below(pieces.length), 0, `${chance.pick(BREAKS)}${FORGED} `);
      return pieces.join('');
    },
    given: () => count,
  };
};

const BREAKS = ['\n', '\r\n', '\r', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f'] as const;

const piece = (chance: Chance): string => {
  if (chance.once(2)) return chance.pick(ATTACKS);
  if (chance.once(2)) return String.fromCharCode(chance.below(0x10000));
  return String.fromCodePoint(chance.pick([0x00, 0x80, 0x2000, 0xe0000, 0xfff0, 0x1bca0]) + chance.below(0x80));
};

/** Sequences with an effect, and words that mean something to what is made of a report. */
const ATTACKS = [
  '\u001b[2J\u001b[H',
  '\u001b[31mred\u001b[0m',
  '\u001b]52;c;ZWNobyBoaQ==\u0007',
  '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\',
  '\u001b]0;title\u0007',
  '\u001bP+q544e\u001b\\',
  '\u009b31m',
  '\u009d0;title\u009c',
  '\u202egnp.exe',
  '\u2066\u2067\u2069',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u{e0041}\u{e007f}',
  'Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308',
  '\ud800',
  '\udfff\ud800',
  '\b\b\b\b',
  '\u007f',
  '{homeserver}',
  '{__proto__}',
  '$(reboot)',
  '`reboot`',
  "'; reboot #",
  '</script><script>',
  '%s%n',
] as const;
