import { describe, expect, it } from 'vitest';
import { allTexts, flag, lastText, listedTexts, onlyText } from '../../src/cli/options/arguments.js';
import { parseChoice } from '../../src/cli/options/choice.js';
import { parseConnectTo } from '../../src/cli/options/connect-to.js';
import { readOutputOptions, rendererFor, width } from '../../src/cli/options/output.js';
import { parseResolve } from '../../src/cli/options/resolve.js';
import { parseResolver } from '../../src/cli/options/resolver.js';
import { parseTargets } from '../../src/cli/options/targets.js';
import { parseTimeout } from '../../src/cli/options/timeout.js';
import { UsageError } from '../../src/cli/usage-error.js';

describe('--timeout', () => {
  it.each([
    ['10s', 10_000],
    ['500ms', 500],
    ['2m', 120_000],
    ['1.5s', 1500],
    ['100ms', 100],
    ['10m', 600_000],
  ])('%s', (text, milliseconds) => {
    expect(parseTimeout(text)).toBe(milliseconds);
  });

  it.each([
    ['10', /^--timeout 10: expected a number with its unit, such as 10s, 500ms or 2m; did you mean 10s\?$/],
    ['abc', /expected a number with its unit, such as 10s, 500ms or 2m$/],
    ['-5s', /expected a number/],
    ['1e3ms', /expected a number/],
    ['5 s', /expected a number/],
    ['0s', /expected between 100ms and 10m/],
    ['99ms', /expected between/],
    ['11m', /expected between/],
    ['', /expected a number/],
  ])('refuses %j', (text, words) => {
    expect(() => parseTimeout(text)).toThrow(words);
    expect(() => parseTimeout(text)).toThrow(UsageError);
  });
});

describe('--resolver', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1:53'],
    ['192.0.2.1:5353', '192.0.2.1:5353'],
    ['2001:db8::1', '[2001:db8::1]:53'],
    ['[2001:db8::1]', '[2001:db8::1]:53'],
    ['[2001:db8::1]:5353', '[2001:db8::1]:5353'],
  ])('%s', (text, resolver) => {
    expect(parseResolver(text)).toBe(resolver);
  });

  it.each([
    'dns.example',
    '192.0.2.1:0',
    '192.0.2.1:65536',
    '192.0.2.1:x',
    '[192.0.2.1]:53',
    '192.0.2',
    ':53',
    '[2001:db8::1',
  ])('refuses %s', (text) => {
    expect(() => parseResolver(text)).toThrow(/^--resolver .*: expected an IP address/);
  });
});

describe('--connect-to', () => {
  it.each([
    ['matrix.example.com:443:192.0.2.10:8443', ['matrix.example.com', 443, '192.0.2.10', 8443]],
    ['matrix.example.com:443:[2001:db8::1]:8443', ['matrix.example.com', 443, '2001:db8::1', 8443]],
    ['[2001:db8::2]:443:[2001:db8::1]:8443', ['[2001:db8::2]', 443, '2001:db8::1', 8443]],
    ['::192.0.2.10:', ['', 0, '192.0.2.10', 0]],
  ])('%s', (text, [host, port, address, toPort]) => {
    expect(parseConnectTo(text)).toEqual({ host, port, address, toPort });
  });

  it.each([
    'a:443:b.example:443',
    'a:443:192.0.2.1',
    'a:443:2001:db8::1:443',
    'a:443:192.0.2.1:99999',
    'a:x:192.0.2.1:1',
    'x',
    ':::',
  ])('refuses %s', (text) => {
    expect(() => parseConnectTo(text)).toThrow(/expected HOST:PORT:ADDR:PORT with an IP address in third place/);
  });
});

describe('--resolve', () => {
  it.each([
    ['a.example:192.0.2.1', 'a.example', '192.0.2.1'],
    ['a.example:2001:db8::1', 'a.example', '2001:db8::1'],
    ['a.example:[2001:db8::1]', 'a.example', '2001:db8::1'],
  ])('%s', (text, host, address) => {
    expect(parseResolve(text)).toEqual({ host, address });
  });

  it.each([
    'a.example',
    'a.example:443:192.0.2.1',
    ':192.0.2.1',
    '[::1]:192.0.2.1',
    'a.example:b.example',
    'a.example:',
  ])('refuses %s', (text) => {
    expect(() => parseResolve(text)).toThrow(/expected HOST:ADDR with an IP address/);
  });
});

describe('--targets', () => {
  it('takes one name a line, without comments, blank lines and surrounding blanks', () => {
    const text =
      '# servers\nold.example\rexample.com\r\n\n  matrix.org  # the first\n[::1]:8448\n#room:example.com\na#b.example';
    expect(parseTargets(text)).toEqual(['old.example', 'example.com', 'matrix.org', '[::1]:8448', 'a#b.example']);
  });
});

describe('arguments', () => {
  it('gives the last, all, or the listed texts', () => {
    const args = { timeout: ['1s', '2s'], only: ['tls, keys', 'dns'], json: true };
    expect(lastText(args, 'timeout')).toBe('2s');
    expect(lastText(args, 'absent')).toBeUndefined();
    expect(allTexts(args, 'timeout')).toEqual(['1s', '2s']);
    expect(listedTexts(args, 'only')).toEqual(['tls', 'keys', 'dns']);
    expect([flag(args, 'json'), flag(args, 'absent')]).toEqual([true, false]);
  });

  it('refuses a second file, and a list of nothing', () => {
    expect(onlyText({ 'from-facts': 'a' }, 'from-facts')).toBe('a');
    expect(onlyText({}, 'from-facts')).toBeUndefined();
    expect(() => onlyText({ 'from-facts': ['a', 'b'] }, 'from-facts')).toThrow(
      '--from-facts: expected once, found 2 times',
    );
    expect(() => listedTexts({ only: ' , ' }, 'only')).toThrow('--only  , : expected a value');
  });

  it('refuses an option without a text', () => {
    expect(() => lastText({ timeout: false }, 'timeout')).toThrow('--timeout: expected a value');
    expect(() => lastText({ timeout: '' }, 'timeout')).toThrow('--timeout: expected a value');
  });

  it('takes one word of a few', () => {
    expect(parseChoice('fail-on', 'warning', ['warning', 'error'])).toBe('warning');
    expect(() => parseChoice('color', 'x', ['auto', 'always', 'never'])).toThrow(
      '--color x: expected auto, always or never',
    );
  });
});

describe('how to print', () => {
  const io = (env: Record<string, string>, isTTY = false, columns?: number) => ({
    stdout: { isTTY, columns, closed: false, write: async () => {} },
    stderr: { isTTY, columns, closed: false, write: async () => {} },
    env,
    readStdin: async () => '',
    signal: new AbortController().signal,
    interrupt: () => {},
  });

  it.each([
    [{}, {}, true, true],
    [{}, {}, false, false],
    [{}, { NO_COLOR: '1' }, true, false],
    [{}, { NO_COLOR: '' }, true, true],
    [{}, { TERM: 'dumb' }, true, false],
    [{}, { FORCE_COLOR: '1' }, false, true],
    [{}, { FORCE_COLOR: '0' }, true, false],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ color: 'never' }, { FORCE_COLOR: '1' }, true, false],
    [{ color: 'always' }, { NO_COLOR: '1' }, false, true],
    [{ color: false }, {}, true, false],
  ])('colour: %j, %j, terminal %j: %j', (args, env, isTTY, expected) => {
    expect(readOutputOptions(args, io(env as Record<string, string>, isTTY)).text.colour).toBe(expected);
  });

  it.each([
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'C.utf8' }, true],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
    [{ LC_ALL: '', LC_CTYPE: 'de_DE.UTF-8' }, true],
    [{}, false],
    [{ LANG: 'en_US.UTF-8', TERM: 'linux' }, false],
    [{ WT_SESSION: 'x' }, true],
  ])('unicode: %j: %j', (env, expected) => {
    expect(readOutputOptions({}, io(env as Record<string, string>)).text.unicode).toBe(expected);
  });

  it.each([
    [undefined, {}, 80],
    [undefined, { COLUMNS: '60' }, 60],
    [undefined, { COLUMNS: '10' }, 40],
    [undefined, { COLUMNS: 'wide' }, 80],
    [undefined, { COLUMNS: '0' }, 80],
    [0, {}, 80],
    [0, { COLUMNS: '60' }, 60],
    [72, { COLUMNS: '60' }, 72],
    [250, {}, 100],
  ])('width: terminal %j, %j: %i', (columns, env, expected) => {
    expect(width(io(env as Record<string, string>, true, columns))).toBe(expected);
  });

  it('prints a list of reports one a line', () => {
    expect(rendererFor({ json: true, quiet: false }, false)).toBe('json');
    expect(rendererFor({ json: true, quiet: false }, true)).toBe('ndjson');
    expect(rendererFor({ json: false, quiet: true }, true)).toBe('quiet');
    expect(rendererFor({ json: false, quiet: false }, true)).toBe('text');
  });
});
