import { expect, it } from 'vitest';
import { allowedOriginWords } from '../../src/checks/words/allowed-origin-words.js';

it.each([
  ['https://chat.example.com', 'allows pages of https://chat.example.com only'],
  ['vector://vector', 'allows pages of vector://vector only'],
  ['"*"', 'is "*", and the quotes do not belong there'],
  ["'*'", "is '*', and the quotes do not belong there"],
  ['null', 'is null, which no web client is'],
  ['https://*.example.com', 'is https://*.example.com, and a star counts only where it stands alone'],
  ['chat.example.com', 'is chat.example.com, which is no origin: there is no https:// in front'],
  ['true', 'is true, which is no origin: there is no https:// in front'],
  ['https://chat.example.com/', 'is https://chat.example.com/, which is no origin: there is a slash at its end'],
  [
    'https://chat.example.com/element',
    'is https://chat.example.com/element, which is no origin: there is a path in it',
  ],
  ['https://App.element.io', 'is https://App.element.io, which no browser sends: an origin is in lower case'],
])('%s', (value, words) => {
  expect(allowedOriginWords(value)).toBe(words);
});
