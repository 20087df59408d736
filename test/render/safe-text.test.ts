import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson, renderJsonLine } from '../../src/render/json.js';
import { RISKY } from '../../src/render/risky-characters.js';
import { safeStrings, safeText } from '../../src/render/safe-text.js';

const unit = fc.string({ unit: 'binary' });
const anyText = fc.oneof(
  unit,
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

describe('safeText', () => {
  it.each([
    ['plain, mit Umlauten \u00e4\u00f6\u00fc and \u6f22\u5b57 and \u{1f600}', null],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\r\nb\tc\u0000', 'a\\u{d}\\u{a}b\\u{9}c\\u{0}'],
    ['\u009b31m\u007f', '\\u{9b}31m\\u{7f}'],
    ['user\u202egnp.exe\u2066', 'user\\u{202e}gnp.exe\\u{2066}'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['\u{e0041}tag', '\\u{e0041}tag'],
    ['lone \ud800 half', 'lone \\u{d800} half'],
  ])('%j', (text, expected) => {
    expect(safeText(text)).toBe(expected ?? text);
  });

  it('cuts long texts and says so', () => {
    expect(safeText('abcdef', 3)).toBe('abc ... (6 characters)');
    expect(safeText('abc', 3)).toBe('abc');
  });

  it('leaves no risky character in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(safeText(text).match(RISKY)).toBeNull();
      }),
    );
  });
});

describe('safeStrings', () => {
  it('reaches every string and leaves the rest', () => {
    expect(safeStrings({ a: ['\u0007', 1, null, { b: '\u001b' }], c: true })).toEqual({
      a: ['\\u{7}', 1, null, { b: '\\u{1b}' }],
      c: true,
    });
  });
});

describe('JSON', () => {
  it('escapes what JSON.stringify leaves, without changing the value', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const json of [renderJson({ text }), renderJsonLine({ text })]) {
          expect(json.replaceAll('\n', '').match(RISKY)).toBeNull();
          expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ text })));
        }
        expect(renderJsonLine({ text }).indexOf('\n')).toBe(renderJsonLine({ text }).length - 1);
      }),
    );
  });

  it('writes characters beyond the basic plane as two units', () => {
    expect(renderJsonLine('\u{e0041}\u202e')).toBe('"\\udb40\\udc41\\u202e"\n');
  });
});
