import { describe, expect, it } from 'vitest';
import { redirectFaultWords } from '../../src/facts/words/redirect-fault-words.js';
import { shownUrl } from '../../src/facts/words/shown-url.js';

describe('shownUrl', () => {
  it.each([
    ['https://matrix.example.com/path?query', 'https://matrix.example.com/path?query'],
    ['https://user:secret@matrix.example.com', 'https://***@matrix.example.com'],
    ['https://user:se@cret@matrix.example.com/', 'https://***@matrix.example.com/'],
    [' HTTPS://user@matrix.example.com', ' HTTPS://***@matrix.example.com'],
    ['https:/user:secret@matrix.example.com', 'https:/***@matrix.example.com'],
    ['https:\\\\user:secret@matrix.example.com', 'https:\\\\***@matrix.example.com'],
    ['//user:secret@matrix.example.com', '//***@matrix.example.com'],
    ['user:secret@matrix.example.com', 'user:***@matrix.example.com'],
    ['matrix.example.com:8448', 'matrix.example.com:8448'],
    ['https://matrix.example.com/@user:example.com', 'https://matrix.example.com/@user:example.com'],
    ['@user:example.com', '@user:example.com'],
    ['/@user:example.com', '/@user:example.com'],
    ['', ''],
  ])('%j becomes %j', (url, shown) => {
    expect(shownUrl(url)).toBe(shown);
  });
});

it('shows no password of a redirect', () => {
  expect(redirectFaultWords('bad-location', 'https://user:secret@example.com/')).toBe(
    'one leads to "https://***@example.com/", which is not a web address that can be followed',
  );
});
