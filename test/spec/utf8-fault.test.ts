import { describe, expect, it } from 'vitest';
import { asBrowsersDecode, utf8Fault } from '../../src/spec/utf8-fault.js';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

describe('utf8Fault', () => {
  it.each([
    [
      'Latin-1',
      bytes('{"a":"', 0xfc, '"}'),
      6,
      'the byte 0xFC, which is not UTF-8 (Latin-1 or Windows-1252, most often)',
    ],
    ['a character cut in two', bytes('a\u00fc', 0xe2, 0x82), 2, /^the byte 0xE2/],
    ['an overlong slash', bytes('ab', 0xc0, 0xaf), 2, /^the byte 0xC0/],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), 0, /^the byte 0xED/],
    ['beyond Unicode', bytes('\u{1f600}', 0xf4, 0x90, 0x80, 0x80), 2, /^the byte 0xF4/],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 0, 'UTF-16 in place of UTF-8'],
    ['gzip', bytes(0x1f, 0x8b, 0x08), 1, 'compressed data (gzip) in place of UTF-8'],
  ] as const)('%s', (_name, input, offset, message) => {
    expect(utf8Fault(input)).toMatchObject({
      offset,
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    });
  });

  it.each(['', 'a', '\u00fc\u20ac\u{1f600}', '\ufeff{}'])('%j has none', (text) => {
    expect(utf8Fault(Buffer.from(text))).toBeNull();
  });
});

it('asBrowsersDecode leaves one byte order mark out, and replaces what is wrong', () => {
  expect(asBrowsersDecode('\ufeff\ufeff{}')).toBe('\ufeff{}');
  expect(asBrowsersDecode(bytes('\ufeffM', 0xfc, 'r'))).toBe('M\ufffdr');
});
