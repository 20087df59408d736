import { expect, it } from 'vitest';
import { nearest } from '../../src/spec/nearest.js';

const WORDS = [
  'check',
  'resolve',
  'explain',
  'list',
  'schema',
  'demo',
  'tls/certificate-name',
  'tls/certificate-dates',
];

it.each([
  ['chek', 'check'],
  ['hceck', 'check'],
  ['RESOLVE', 'resolve'],
  ['lsit', 'list'],
  ['tls/certificate-nmae', 'tls/certificate-name'],
  ['certificate-dates', 'tls/certificate-dates'],
  ['', null],
  ['x', null],
  ['federation', null],
  ['example.com', null],
])('takes %j for %j', (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant);
});

it('takes the first of two that are equally near', () => {
  expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
});

it('does not take a word for one that has nothing in common with it', () => {
  expect(nearest('ab', ['cd'])).toBeNull();
  expect(nearest('ab', ['ad'])).toBe('ad');
});

it('finds nothing among nothing', () => {
  expect(nearest('check', [])).toBeNull();
});
