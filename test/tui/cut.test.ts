import { expect, it } from 'vitest';
import { cut } from '../../src/tui/cut.js';

it.each([
  ['matrix.example.com', 18, 'matrix.example.com'],
  ['matrix.example.com', 17, 'matrix.example...'],
  ['matrix example', 10, 'matrix...'],
  ['matrix', 3, '...'],
  ['matrix', 2, '..'],
  ['matrix', 0, ''],
  ['\u30de\u30c8\u30ea\u30c3\u30af\u30b9', 9, '\u30de\u30c8\u30ea...'],
  ['\u30de\u30c8\u30ea\u30c3\u30af\u30b9', 8, '\u30de\u30c8...'],
])('cuts %j to %i columns', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected);
});
