import { describe, expect, it } from 'vitest';
import { columns, openPage, pad, wrap } from '../../src/render/text/page.js';

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 100, ['one two three']],
    ['https://example.com/very/long in it', 10, ['https://example.com/very/long', 'in it']],
    ['', 10, ['']],
    ['\u6f22\u5b57 \u6f22\u5b57', 5, ['\u6f22\u5b57', '\u6f22\u5b57']],
    ['two  blanks', 80, ['two  blanks']],
    ['two  blanks', 7, ['two', 'blanks']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

it('fills up by columns, not by characters', () => {
  expect(pad('\u6f22', 4)).toBe('\u6f22  ');
  expect(pad('long', 2)).toBe('long');
});

it('sets columns beside each other and leaves nothing behind the last', () => {
  expect(
    columns([
      ['a', 'bb', 'c'],
      ['aaa', 'b'],
      ['', ''],
    ]),
  ).toEqual(['a    bb  c', 'aaa  b', '']);
});

it('gives no room to a column of nothing, nor more than needed beside what stands last', () => {
  expect(
    columns([
      ['a', 'ok', '', '5 ms'],
      ['bb', 'no answer to the connection attempt', '', ''],
    ]),
  ).toEqual(['a   ok  5 ms', 'bb  no answer to the connection attempt']);
});

it('hangs the following lines as deep as the first', () => {
  const page = openPage({ width: 14, unicode: false, colour: true, verbose: false });
  expect(page.hang(`${page.symbol({ word: 'error', symbol: 'X', ascii: 'x', ink: 'red' })} `, 'one two three')).toEqual(
    ['\u001b[31mx\u001b[0m one two', '  three'],
  );
});
