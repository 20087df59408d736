import type { Chance } from './chance.js';

/** The same bytes with a few of them changed, repeated, moved or left out. */
export const mutatedBytes = (original: Uint8Array, chance: Chance): Buffer => {
  let bytes = Buffer.from(original);
  for (let times = 1 + chance.below(6); times > 0; times -= 1) {
    const at = chance.below(bytes.length + 1);
    const length = chance.below(Math.min(64, bytes.length - at + 1));
    const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
    switch (chance.below(7)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
        break;
      case 1:
        if (at < bytes.length) bytes[at] = chance.pick([0, 1, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xff]);
        break;
      case 2:
        bytes = Buffer.concat([before, after]);
        break;
      case 3:
        bytes = Buffer.concat([before, part, part, after]);
        break;
      case 4:
        bytes = Buffer.concat([before, chance.bytes(length), after]);
        break;
      case 5:
        if (chance.once(4)) bytes = Buffer.from(before);
        break;
      default:
        bytes = Buffer.concat([before, chance.bytes(1 + chance.below(4)), part, after]);
    }
  }
  return bytes;
};

/** Code points that readers, terminals and other programs stumble over. */
const ODD_CHARACTERS: readonly [string, ...string[]] = [
  'a',
  ...'"\\{}[]:,;=/@#?%*<>&\'`()|+-._~!$^ \t\r\n0123456789',
  ...'\0\u0007\u0008\u001b\u007f\u0085\u009b\u00a0\u00ad\u061c\u200b\u200d\u200e\u2028\u2029\u202e\u2066\u3000\ufe0f\ufeff\ufffd',
  '\ud800',
  '\udfff',
  '\u{1f600}',
  '\u{e0041}',
  '\u{10ffff}',
  '\u0301',
];

/** Text that no reader expects. */
export const oddText = (most: number, chance: Chance): string =>
  chance
    .several(most, () => (chance.once(3) ? String.fromCharCode(97 + chance.below(26)) : chance.pick(ODD_CHARACTERS)))
    .join('');

/** The same text with a few changes; `words` are what may come in. */
export const mutatedText = (original: string, words: readonly [string, ...string[]], chance: Chance): string => {
  let text = original;
  for (let times = 1 + chance.below(5); times > 0; times -= 1) {
    const at = chance.below(text.length + 1);
    const to = at + chance.below(Math.min(24, text.length - at + 1));
    const [before, part, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
    switch (chance.below(6)) {
      case 0:
        text = before + after;
        break;
      case 1:
        text = before + part + part + after;
        break;
      case 2:
        text = before + chance.pick(words) + after;
        break;
      case 3:
        text = before + oddText(8, chance) + after;
        break;
      case 4:
        text = before + part.repeat(1 + chance.below(chance.once(200) ? 400 : 10)) + after;
        break;
      default:
        if (chance.once(4)) text = before;
    }
  }
  return text;
};
