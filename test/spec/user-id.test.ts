import { expect, it } from 'vitest';
import { readUserId } from '../../src/spec/user-id.js';

it.each([
  ['@alice:example.com', 'alice', 'example.com'],
  ['@alice:example.com:8448', 'alice', 'example.com:8448'],
  ['@a:[::1]:80', 'a', '[::1]:80'],
  ['@Älice+/=_.-:example.com', 'Älice+/=_.-', 'example.com'],
])('%s is a user ID', (text, localpart, name) => {
  expect(readUserId(text)).toMatchObject({ localpart, serverName: { text: name } });
});

it.each([
  '',
  '@',
  '@alice',
  '@:example.com',
  'alice:example.com',
  '@alice:',
  '@alice:exa mple',
  `@${'a'.repeat(250)}:b.example`,
])('%j is none', (text) => {
  expect(readUserId(text)).toBeNull();
});
