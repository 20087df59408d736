import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderJsonLine } from '../../src/render/json.js';
import { factsOf } from '../facts-of.js';
import { runMain } from './fake-io.js';

/** Takes questions and never answers: whoever asks waits for as long as `--timeout` says. */
let silent: Socket;
let waits: readonly string[];
beforeAll(async () => {
  silent = createSocket('udp4').bind(0, '127.0.0.1');
  await once(silent, 'listening');
  waits = ['--timeout', '500ms', '--resolver', `127.0.0.1:${silent.address().port}`];
});
afterAll(() => void silent.close());

const inputs = (ndjson: string): readonly string[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).input);

describe('several names', () => {
  it('are told as they are ready, with a summary that ends in the worst', async () => {
    const { code, stdout, stderr } = await runMain(['check', 'slow.example', 'a b', 'c d', ...waits]);
    const lines = stdout.replace(/\d+\.\d s/, '0.5 s').split('\n');
    expect([code, stderr]).toEqual([2, '']);
    expect(lines.slice(0, 2).sort()).toEqual([
      'x a b           failed   This is not a server name: it has a blank in it (U+0020)',
      'x c d           failed   This is not a server name: it has a blank in it (U+0020)',
    ]);
    expect(lines[2]).toMatch(/^\? slow\.example {2}unknown {2}could not be judged from here: no answer from the DNS/);
    expect(lines[4]).toBe('3 servers: 1 unknown, 2 failed; 0.5 s');
    expect(lines[6]).toMatch(/^\? slow\.example: could not be judged/);
    expect(lines.slice(-4, -2).map((line) => line.slice(0, 6))).toEqual(['x a b:', 'x c d:']);
    expect(lines.at(-2)).toBe("  Details: matrix-discovery check 'c d'");
  });

  it('are looked at once, however often they are given', async () => {
    const argv = ['check', '--json', 'a b', 'c d', '--targets', '-', 'a b'];
    const { stdout } = await runMain(argv, { stdin: 'c d\ne f\ne f\n' });
    expect(inputs(stdout)).toEqual(['a b', 'c d', 'e f']);
    const twice = await runMain(['check', 'a b', 'a b']);
    expect(twice.stdout).toMatch(/^"a b"\n\n/);
  });

  it.each([['--json'], ['-q']])('keep their order for programs (%s)', async (option) => {
    const { stdout } = await runMain(['check', option, 'slow.example', 'a b', ...waits]);
    const order =
      option === '--json'
        ? inputs(stdout)
        : stdout
            .trimEnd()
            .split('\n')
            .map((line) => line.replace(/"?:.*| \(.*/, ''));
    expect(order.map((word) => word.replace(/"/g, ''))).toEqual(['slow.example', 'a b']);
  });

  it('are whole reports with -v, and the summary follows', async () => {
    const { stdout } = await runMain(['check', '-v', 'a b', 'c d'], { columns: 60 });
    expect(stdout).toContain(`\n${'-'.repeat(60)}\n\n"`);
    expect(stdout).toMatch(/\n2 servers: 2 failed; \d+\.\d s\n/);
  });

  it('are one at a time where that is wanted', async () => {
    const names = ['slow.example', 'a b'];
    const { stdout } = await runMain(['check', '--concurrency', '1', ...names, ...waits]);
    expect(
      stdout
        .split('\n')
        .slice(0, 2)
        .map((line) => line.slice(2, 14).trim()),
    ).toEqual(['slow.example', 'a b']);
  });

  it('may be what was kept, and then there is nothing to look at again', async () => {
    const facts = await Promise.all(['healthy', 'expired-certificate'].map(factsOf));
    const { code, stdout } = await runMain(['check', '--from-facts', '-'], {
      stdin: facts.map(renderJsonLine).join(''),
    });
    expect(code).toBe(2);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^\+ example\.com {2}ok {7}other servers reach matrix\.example\.com:443/),
      expect.stringMatching(/^x example\.com {2}failed {3}The certificate of matrix\.example\.com expired/),
      '',
      '2 servers: 1 ok, 1 failed',
    ]);
    expect(stdout).not.toContain('Details:');
  });
});

describe('a signal', () => {
  it('ends a list with what is known by then', async () => {
    const abort = new AbortController();
    silent.once('message', () => abort.abort());
    const options = ['--concurrency', '2', '--timeout', '60s', ...waits.slice(2)];
    const argv = ['check', 'a b', 'slow.example', 'c.example', 'd.example', ...options];
    const { code, stdout, stderr } = await runMain(argv, { signal: abort.signal });
    expect([code, stderr]).toEqual([3, 'matrix-discovery: interrupted\n']);
    expect(stdout).toMatch(/^x a b +failed .*\n[?x] slow\.example +cut off\n/);
    expect(stdout).toMatch(/\n1 of 4 servers: 1 failed, [12] cut off; /);
  });
});

describe('the line of progress', () => {
  const progress = (...argv: string[]) =>
    runMain(['check', 'slow.example', 'a b', ...argv, ...waits], { stderrIsTTY: true, stderrColumns: 60 });

  it.each([[[]], [['--json']], [['-v']]])('counts at a terminal, and leaves nothing behind (%j)', async (options) => {
    const { stderr } = await progress(...options);
    expect(stderr).toContain('0 of 2: none looked at; waiting for slow.example');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
    const shown = stderr.split('\r\u001b[K');
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(60);
  });

  it.each([['-q'], ['--no-tui'], ['--screen-reader']])('is not there with %s', async (option) => {
    expect((await progress(option)).stderr).toBe('');
  });

  it.each([{ CI: 'true' }, { TERM: 'dumb' }])('is not there with %j', async (env) => {
    const argv = ['check', 'a b', 'c d'];
    expect((await runMain(argv, { stderrIsTTY: true, env })).stderr).toBe('');
    const forced = await runMain([...argv, '--tui'], { stderrIsTTY: true, env });
    expect(forced.stderr === '').toBe('TERM' in env);
  });
});

describe('--concurrency', () => {
  it.each(['0', '257', 'abc', '-1', '1.5', ''])('refuses "%s"', async (text) => {
    const { code, stdout, stderr } = await runMain(['check', 'a b', 'c d', `--concurrency=${text}`]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^matrix-discovery: --concurrency.*: expected a .*\n$/);
  });
});
