import { describe, expect, it } from 'vitest';
import { quoted } from '../../src/facts/words/quoted.js';

describe('quoted', () => {
  it('shows the end of a line that nobody would see', () => {
    expect(quoted('matrix.example.com:443\n')).toBe(String.raw`"matrix.example.com:443\n"`);
    expect(quoted('a b')).toBe('"a b"');
  });

  it('cuts what is long', () => {
    expect(quoted('x'.repeat(101))).toBe(`"${'x'.repeat(100)}..."`);
  });
});
