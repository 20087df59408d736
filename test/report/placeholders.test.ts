import { expect, it } from 'vitest';
import { fillPlaceholders, namePlaceholders, placeholders } from '../../src/report/placeholders.js';

const TEXT = 'Publish {"m.server": "{host}:443"} on {name}, not on {host}.';

it('finds names in braces, and takes JSON for what it is', () => {
  expect(placeholders(TEXT)).toEqual(['host', 'name', 'host']);
});

it('fills every one', () => {
  expect(fillPlaceholders(TEXT, { host: 'a.example', name: 'b.example' })).toBe(
    'Publish {"m.server": "a.example:443"} on b.example, not on a.example.',
  );
});

it('leaves those without a value, also where objects have such a member by nature', () => {
  expect(fillPlaceholders('{host} {constructor}', {})).toBe('{host} {constructor}');
});

it('does not fill what a value brings along', () => {
  expect(fillPlaceholders('{a}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1');
});

it('names them where there is no case at hand', () => {
  expect(namePlaceholders(TEXT)).toBe('Publish {"m.server": "<host>:443"} on <name>, not on <host>.');
});
