import { expect, it } from 'vitest';
import { isKnownToBrowsers, isKnownToNheko, isKnownVersion } from '../../src/spec/client-versions.js';
import { isSpecVersion, listsFrom, minorVersion } from '../../src/spec/spec-version.js';

it.each(['v1.1', 'v1.20-alpha', 'r0.6.1', 'v2.0'])('%s is a version', (text) => {
  expect(isSpecVersion(text)).toBe(true);
});

it.each(['', '1.2', 'v1', 'r0.6', 'latest', 'v1.1 '])('%j is none', (text) => {
  expect(isSpecVersion(text)).toBe(false);
});

it.each<[readonly string[], number, boolean]>([
  [['r0.6.1', 'v1.11'], 11, true],
  [['v1.9'], 11, false],
  [['v1.15-alpha'], 15, false],
  [['v2.15'], 15, false],
  [[], 1, false],
])('whether %j has v1.%d or newer', (versions, minor, expected) => {
  expect(listsFrom(versions, minor)).toBe(expected);
});

it('has no number where it is no released v1', () => {
  expect(['v1.19', 'v1.x', 'r0.6.1', 'v1.19-alpha'].map(minorVersion)).toEqual([19, null, null, null]);
});

it.each<[string, boolean, boolean, boolean]>([
  ['r0.6.1', true, false, false],
  ['v1.0', false, false, false],
  ['v1.1', true, true, true],
  ['v1.10', true, true, true],
  ['v1.11', true, true, false],
  ['v1.13', true, true, false],
  ['v1.14', true, false, false],
  ['v1.19', true, false, false],
  ['v9.1', false, false, false],
])('%s: who knows it', (version, anybody, browsers, nheko) => {
  expect([isKnownVersion(version), isKnownToBrowsers(version), isKnownToNheko(version)]).toEqual([
    anybody,
    browsers,
    nheko,
  ]);
});
