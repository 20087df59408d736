import { describe, expect, it } from 'vitest';
import { type Invocation, readCommandLine } from '../../src/cli/command-line.js';
import { commandHelp, overviewHelp } from '../../src/cli/help.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { VERSION } from '../../src/version.js';

const read = (...argv: string[]): Invocation => readCommandLine(argv, 80);

const run = (...argv: string[]) => {
  const invocation = read(...argv);
  if (invocation.kind !== 'run') throw new Error(`printed: ${invocation.text}`);
  return invocation;
};

describe('names', () => {
  it.each([
    [['example.com'], 'check', ['example.com']],
    [['check', 'example.com', 'matrix.org'], 'check', ['example.com', 'matrix.org']],
    [['--json', 'example.com'], 'check', ['example.com']],
    [['--timeout', '5s', 'example.com'], 'check', ['example.com']],
    [['check', ''], 'check', ['']],
    [['check', 'localhost'], 'check', ['localhost']],
    [['check', 'list'], 'check', ['list']],
    [['check', '--', '-odd.example', '--json'], 'check', ['-odd.example', '--json']],
    [['--', '-odd.example'], 'check', ['-odd.example']],
    [['example.com', '--', 'check'], 'check', ['example.com', 'check']],
    [['check', '8448', '0x10', '1e3'], 'check', ['8448', '0x10', '1e3']],
    [['@user:example.com'], 'check', ['@user:example.com']],
    [['[::1]:8448'], 'check', ['[::1]:8448']],
    [['::1'], 'check', ['::1']],
    [['check'], 'check', []],
    [['resolve', 'example.com'], 'resolve', ['example.com']],
    [['resolve', '--', '-odd.example'], 'resolve', ['-odd.example']],
    [['explain', 'tls/certificate-name'], 'explain', ['tls/certificate-name']],
    [['list', '--json'], 'list', []],
    [['schema'], 'schema', []],
    [['demo'], 'demo', []],
    [['demo', 'healthy'], 'demo', ['healthy']],
  ])('%j', (argv, name, words) => {
    expect(run(...argv)).toMatchObject({ name, words });
  });

  it('keeps options and names apart', () => {
    const { args, words } = run('check', '--only', 'tls', 'example.com', '--only', 'keys', '--resolver', '192.0.2.1');
    expect(words).toEqual(['example.com']);
    expect(args).toMatchObject({ only: ['tls', 'keys'], resolver: '192.0.2.1' });
  });
});

describe('an option whose value may be left out', () => {
  it.each([
    [['check', '--watch', 'example.com'], '', ['example.com']],
    [['check', '--watch', '192.0.2.1'], '', ['192.0.2.1']],
    [['check', '--watch', '10s', 'example.com'], '10s', ['example.com']],
    [['check', '--watch', '10', 'example.com'], '10', ['example.com']],
    [['check', '--watch=10s', 'example.com'], '10s', ['example.com']],
    [['check', 'example.com', '--watch'], '', ['example.com']],
    [['check', '--watch', '--json', 'example.com'], '', ['example.com']],
    [['check', 'example.com', '--', '--watch', '10s'], undefined, ['example.com', '--watch', '10s']],
  ])('%j', (argv, watch, words) => {
    const { args, words: found } = run(...argv);
    expect([args.watch, found]).toEqual([watch, words]);
  });
});

describe('mistakes', () => {
  it.each([
    [['chek', 'example.com'], /^chek: there is no such command; did you mean check\?/],
    [
      ['tls/certificate-name'],
      /^tls\/certificate-name: this looks like a check; .* matrix-discovery explain tls\/certificate-name$/,
    ],
    [['help', 'chek'], /^help chek: there is no such command; did you mean check\?$/],
    [['help', 'constructor'], /^help constructor: there is no such command; matrix-discovery --help lists them$/],
    [['localhost'], /^localhost: there is no such command; .* matrix-discovery check localhost$/],
    [['check', '--jsno', 'example.com'], /^--jsno: there is no such option here; did you mean --json\?$/],
    [['check', '--frobnicate'], /^--frobnicate: there is no such option here$/],
    [['check', '--jsno=1'], /^--jsno: .* did you mean --json\?$/],
    [['list', '--timeout', '5s'], /^--timeout: list has no such option, only check and resolve$/],
    [['resolve', 'a.example', '--only', 'tls'], /^--only: resolve has no such option, only check$/],
    [['resolve', 'a.example', '-q'], /^-q: resolve has no such option, only check and demo$/],
    [['schema', '--json'], /^--json: schema has no such option, only /],
    [['schema', '--jsn'], /^--jsn: there is no such option here$/],
    [
      ['check', '--odd.example'],
      /^--odd\.example: there is no such option here; names that begin with a dash come after --$/,
    ],
    [['check', '--json=yes'], /^--json=yes: --json takes no value$/],
    [['check', 'a.example', '--allow-private='], /^--allow-private=: --allow-private takes no value$/],
    [['check', '-odd.example'], /^-odd\.example: there is no such option; names that begin with a dash come after --$/],
    [['check', '--timeout'], /^--timeout: expected a value$/],
    [['list', 'tls'], /^tls: expected nothing more here/],
    [['demo', 'healthy', 'again'], /^again: expected nothing more here/],
  ])('%j', (argv, words) => {
    expect(() => read(...argv)).toThrow(UsageError);
    expect(() => read(...argv)).toThrow(words);
  });
});

describe('help and version', () => {
  it.each([
    [['--help'], overviewHelp(80)],
    [['-h'], overviewHelp(80)],
    [['help'], overviewHelp(80)],
    [['help', 'check'], commandHelp('check', 80)],
    [['help', '--json'], overviewHelp(80)],
    [['--json', '--help'], overviewHelp(80)],
    [['check', '--help'], commandHelp('check', 80)],
    [['check', 'example.com', '--json', '-h'], commandHelp('check', 80)],
    [['demo', '-h'], commandHelp('demo', 80)],
    [['--version'], `${VERSION}\n`],
    [['list', '--version'], `${VERSION}\n`],
  ])('%j', (argv, text) => {
    expect(read(...argv)).toEqual({ kind: 'print', text });
  });

  it('are names behind --', () => {
    expect(run('check', '--', '--help', '-h')).toMatchObject({ words: ['--help', '-h'] });
  });
});
