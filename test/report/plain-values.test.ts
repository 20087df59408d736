import { describe, expect, it } from 'vitest';
import { plainHost, plainJson, plainPath } from '../../src/report/plain-values.js';

describe('plainHost', () => {
  it.each(['example.com', 'xn--bcher-kva.example', 'my_host.example.com', '203.0.113.5', '[2001:db8::5]', 'localhost'])(
    'takes %s',
    (host) => {
      expect(plainHost(host)).toBe(host);
    },
  );

  it.each([
    '',
    'example.com;',
    'example.com { }',
    'a b.example',
    'example.com\nreturn 301',
    '$host',
    '-flag.example',
    'a..example',
    'b\u00fccher.example',
    'example.com:443',
    `${'a'.repeat(254)}`,
    undefined,
  ])('refuses %j', (host) => {
    expect(plainHost(host)).toBeUndefined();
  });
});

describe('plainPath', () => {
  it.each(['/', '/.well-known/matrix/client', '/a/b-c_d~e.json'])('takes %s', (path) => {
    expect(plainPath(path)).toBe(path);
  });

  it.each([
    '',
    'a',
    '/a b',
    '/a;b',
    '/a{b}',
    '/a"b',
    '/a%20b',
    '/a\n',
    '/../etc/passwd',
    '/a/..',
    '/a/./b',
    `/${'a'.repeat(200)}`,
  ])('refuses %j', (path) => {
    expect(plainPath(path)).toBeUndefined();
  });
});

describe('plainJson', () => {
  it('writes JSON on one line', () => {
    expect(plainJson({ 'm.homeserver': { base_url: 'https://matrix.example.com' }, empty: {} })).toBe(
      '{"m.homeserver":{"base_url":"https://matrix.example.com"},"empty":{}}',
    );
  });

  it.each(["it's", 'a`b', '$host', '100%', 'a#b', 'a\\b', 'a"b', 'a\nb', '{env.HOME}', '\u00fc', 'x'.repeat(1500)])(
    'refuses a member of %j',
    (text) => {
      expect(plainJson({ member: text })).toBeUndefined();
    },
  );

  it.each([undefined, null, 'text', 1])('refuses %j, which is no document', (value) => {
    expect(plainJson(value)).toBeUndefined();
  });
});
