import { expect, it } from 'vitest';
import { type HeaderLines, headerValues, listItems, mediaType } from '../../src/spec/header-lines.js';

it('finds every line of a name, whatever its case', () => {
  const headers: HeaderLines = [
    ['Vary', ' Origin '],
    ['X', '1'],
    ['vary', 'Accept'],
  ];
  expect(headerValues(headers, 'VARY')).toEqual(['Origin', 'Accept']);
  expect(headerValues(headers, 'absent')).toEqual([]);
});

it('removes the blanks of HTTP around a value, and no others', () => {
  const values = [' \t*\t ', '*\u00a0', '\u00a0*', 'a \t b', ' '];
  expect(
    headerValues(
      values.map((value) => ['X', value] as const),
      'x',
    ),
  ).toEqual(['*', '*\u00a0', '\u00a0*', 'a \t b', '']);
});

it('goes over a long run of blanks once', () => {
  const blanks = ' '.repeat(500_000);
  expect(headerValues([['X', `${blanks}a${blanks}b${blanks}`]], 'x')).toEqual([`a${blanks}b`]);
});

it.each([
  [[], null],
  [['application/json'], 'application/json'],
  [['Application/JSON; charset=UTF-8'], 'application/json'],
  [['application/json;charset="a,b;c"'], 'application/json'],
  [[' text/html ;x'], 'text/html'],
  [['text/plain', 'application/json'], 'application/json'],
  [['text/plain, application/json'], 'application/json'],
  [['application/json', 'nonsense'], 'application/json'],
  [[''], null],
  [['json'], null],
  [['application /json'], null],
])('%j has the media type %s', (values, expected) => {
  expect(mediaType(values.map((value) => ['content-type', value] as const))).toBe(expected);
});

it.each([
  [['a, b'], ['a', 'b']],
  [
    ['a', ' b ,, c '],
    ['a', 'b', 'c'],
  ],
  [['x="a, b", c'], ['x="a, b"', 'c']],
  [['x="a\\", b", c'], ['x="a\\", b"', 'c']],
  [['x="a, b'], ['x="a, b']],
  [['"\\'], ['"\\']],
  [[''], []],
])('the list %j has the items %j', (values, items) => {
  expect(
    listItems(
      values.map((value) => ['x', value] as const),
      'X',
    ),
  ).toEqual(items);
});
