import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canOpenRealTerminal, openRealTerminal } from '../tui/real-terminal.js';
import { type BuiltPackage, buildPackage, runCommand } from './built-package.js';

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage('--no-types');
});
afterAll(() => built.remove());

/** A run whose exit code is 2, in every surrounding. */
const DEMO = '"$0" "$1" demo cors-missing';

const shell = (script: string, env: Readonly<Record<string, string>> = {}) =>
  runCommand('bash', ['-o', 'pipefail', '-c', script, process.execPath, built.bin], { env, cwd: built.folder });

const transcript = (name: string): string => join(import.meta.dirname, 'transcripts', `${name}.txt`);

/** Times differ from run to run, and how much was tested from version to version. */
const transcribed = (text: string): string =>
  text
    .replace(/\d+ ms/g, '80 ms')
    .replace(/; \d+\.\d s\n/g, '; 0.5 s\n')
    .replace(/\n\n(\u001b\[1m)?Not tested[\s\S]*$/, '\n\n...\n');

const ESCAPE = '\u001b';

describe('the report', () => {
  it.each([
    ['pipe', `${DEMO} | cat`, {}],
    ['pipe', `${DEMO} > report.txt; code=$?; cat report.txt; exit $code`, {}],
    ['pipe', `${DEMO} <&- | cat`, {}],
    ['pipe', `${DEMO} | cat`, { NO_COLOR: '1' }],
    ['pipe', `${DEMO} | cat`, { CI: '1' }],
    ['pipe', `${DEMO} | cat`, { CI: '1', GITHUB_ACTIONS: 'true' }],
    ['ascii', `${DEMO} | cat`, { LANG: 'C' }],
    ['ascii', `${DEMO} | cat`, { TERM: 'dumb' }],
    ['narrow', `${DEMO} | cat`, { COLUMNS: '20' }],
    ['coloured', `${DEMO} | cat`, { FORCE_COLOR: '1' }],
  ] as const)('%s: %s with %j', async (name, script, env) => {
    const { code, stdout, stderr } = await shell(script, env);
    expect([code, stderr]).toEqual([2, '']);
    await expect(transcribed(stdout)).toMatchFileSnapshot(transcript(name));
    expect(stdout.includes(ESCAPE)).toBe(name === 'coloured');
  });

  it('ends quietly where nobody reads on, with the verdict as exit code', async () => {
    const { code, stdout, stderr } = await shell(`${DEMO} | head -1`);
    expect([code, stdout, stderr]).toEqual([2, 'example.com\n', '']);
  });
});

describe.runIf(canOpenRealTerminal)('at a terminal', () => {
  const inTerminal = async (args: string, env: Readonly<Record<string, string>>, columns = 80) => {
    const command = `exec '${process.execPath}' '${built.bin}' ${args}`;
    const terminal = await openRealTerminal({ columns, rows: 24, command, env });
    const code = await terminal.ended;
    await terminal.close();
    return { code, text: transcribed(`${terminal.lines().join('\n')}\n`), bytes: terminal.bytes() };
  };

  /** What only a screen writes. */
  const MOVES = /\u001b\[\d*[A-HJK]/;

  it.each([
    ['pipe', { NO_COLOR: '1' }, { drawn: true, coloured: false }],
    ['pipe', {}, { drawn: true, coloured: true }],
    ['pipe', { CI: '1' }, { drawn: false, coloured: true }],
    ['ascii', { TERM: 'dumb' }, { drawn: false, coloured: false }],
    ['ascii', { LANG: 'C' }, { drawn: true, coloured: true }],
  ] as const)('leaves the report of a pipe: %s with %j', async (name, env, { drawn, coloured }) => {
    const { code, text, bytes } = await inTerminal('demo cors-missing', env);
    expect(code).toBe(2);
    await expect(text).toMatchFileSnapshot(transcript(name));
    expect(MOVES.test(bytes)).toBe(drawn);
    expect(/\u001b\[\d+m/.test(bytes)).toBe(coloured);
  });

  it('of 20 columns gets plain text', async () => {
    const { code, text, bytes } = await inTerminal('demo cors-missing', {}, 20);
    expect(code).toBe(2);
    await expect(text).toMatchFileSnapshot(transcript('narrow'));
    expect(MOVES.test(bytes)).toBe(false);
  });

  it('counts while a list goes on, and leaves only the list', async () => {
    const { code, text, bytes } = await inTerminal(`check 'a b' 'c d' 'e f' --color never`, {});
    const lines = text.split('\n');
    expect(code).toBe(2);
    expect(bytes).toMatch(/\d of 3: .*\r\u001b\[K/);
    expect(lines.slice(0, 3).every((line) => / failed {3}This is not a server name: it has a blank/.test(line))).toBe(
      true,
    );
    expect(lines.slice(3, 6)).toEqual(['', '3 servers: 3 failed; 0.5 s', '']);
    expect(lines.slice(9)).toEqual([expect.stringMatching(/^ {2}Details: matrix-discovery check '. .'$/), '']);
    expect(text).not.toContain('waiting for');
  });
});
