import { expect, it } from 'vitest';
import { guessedHomeserver } from '../../src/spec/guessed-homeserver.js';

it.each([
  ['example.com', 'matrix.example.com'],
  ['matrix.example.com', 'matrix.example.com'],
  ['Synapse.example.com', 'Synapse.example.com'],
  ['matrix-fans.example', 'matrix.matrix-fans.example'],
  ['203.0.113.5', '203.0.113.5'],
  ['[2001:db8::5]', '[2001:db8::5]'],
])('of %s is %s', (hostname, homeserver) => {
  expect(guessedHomeserver(hostname)).toBe(homeserver);
});
