import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/lab/load-scenario.js';
import { type Lab, startLab } from '../../src/lab/start-lab.js';
import type { Report } from '../../src/report/report.js';
import { hostAndPort } from '../../src/spec/server-name.js';
import { SCENARIOS } from '../facts-of.js';
import { type BuiltPackage, bareEnvironment, buildPackage, runCommand } from './built-package.js';

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage('--no-types');
});
afterAll(() => built.remove());

const run = (args: readonly string[], env?: Readonly<Record<string, string>>) =>
  runCommand(process.execPath, [built.bin, ...args], env === undefined ? {} : { env });

const shell = (script: string, env?: Readonly<Record<string, string>>) =>
  runCommand('bash', ['-o', 'pipefail', '-c', script, process.execPath, built.bin], env === undefined ? {} : { env });

describe('the program', () => {
  it('says its version', async () => {
    const manifest = JSON.parse(await readFile(join(built.folder, 'package.json'), 'utf8'));
    const version = { code: 0, stdout: `${manifest.version}\n`, stderr: '' };
    expect(await run(['--version'])).toMatchObject(version);
    expect(await run(['list', '--version'])).toMatchObject(version);
  });

  it.runIf(existsSync('/dev/full'))('says that its version cannot be written', async () => {
    const { code, stderr } = await shell('"$0" "$1" --version > /dev/full');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^matrix-discovery: cannot write: .*\n$/);
  });

  it('does the main job on the embedded network', async () => {
    const { code, stdout, stderr } = await run(['demo', 'healthy']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\u2713 Federation  ok       other servers reach matrix.example.com:443 at 2 addresses\n');
  });

  it('needs its bundles and says so', async () => {
    const lost = join(built.folder, 'lost');
    await runCommand('bash', ['-c', 'mkdir "$0" && cp -r "$1/bin" "$1/package.json" "$0"', lost, built.folder]);
    const { code, stderr } = await runCommand(process.execPath, [join(lost, 'bin/matrix-discovery.js'), 'list']);
    expect([code, stderr]).toEqual([3, 'matrix-discovery: not built yet; run "npm ci" in its folder first\n']);
  });

  it('refuses a Node that is too old, in one line', async () => {
    const old = join(built.folder, 'old-node.mjs');
    const disguise = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });`;
    await writeFile(
      old,
      `${disguise}\nprocess.argv[1] = ${JSON.stringify(built.bin)};\nawait import(${JSON.stringify(built.bin)});\n`,
    );
    const { code, stdout, stderr } = await runCommand(process.execPath, [old, 'list']);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^matrix-discovery: needs Node \^20\.19\.0 .*, this is 18\.20\.4\n$/);
  });
});

describe('check over the real command line', () => {
  let lab: Lab;
  let options: readonly string[];
  beforeAll(async () => {
    const scenario = await loadScenario('ipv4-only', SCENARIOS);
    lab = await startLab(scenario);
    const caFile = join(built.folder, 'root.pem');
    await writeFile(caFile, lab.trustStore.certificates.join('\n'));
    options = [
      ...['--resolver', lab.resolver, '--ca-file', caFile, '--allow-private', '--timeout', '20s'],
      ...connectTo(lab, 'example.com', '203.0.113.5'),
      ...connectTo(lab, 'matrix.example.com', '203.0.113.10'),
    ];
  });
  afterAll(() => lab.close());

  it('judges a server that is reached by overrides', async () => {
    const { code, stdout, stderr } = await run(['check', 'example.com', '--json', ...options]);
    const report: Report = JSON.parse(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(report.federation).toMatchObject({ outcome: 'pass', step: '3.2' });
    expect(report.federation.signingKeys?.keys).toEqual([{ id: 'ed25519:lab1', verified: true }]);
    expect(report.federation.destinations).toMatchObject([
      { address: '127.0.0.1', hostHeader: 'matrix.example.com:443', sni: 'matrix.example.com', outcome: 'pass' },
    ]);
    expect(report.client).toMatchObject({ outcome: 'pass', state: 'SUCCESS' });
    expect(report.setting).toMatchObject({ resolvers: [lab.resolver], timeoutMs: 20_000, allowPrivate: true });
    expect(report.setting.connectTo).toHaveLength(2);
  });

  it('walks only, with resolve', async () => {
    const { code, stdout } = await run(['resolve', 'example.com', ...options], { COLUMNS: '100' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n {2}3\.2 {6}it names a port\? {12}port 443 of matrix\.example\.com -> 1 address/);
    expect(stdout).toMatch(
      /\n {2}127\.0\.0\.1:\d+\n {4}Host: matrix\.example\.com:443, SNI: matrix\.example\.com, certificate for matrix\.example\.com\n$/,
    );
  });

  it('takes the same server out of a URL', async () => {
    const { code, stdout } = await run(['check', 'https://example.com/', '-q', ...options]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^example\.com: ok; /);
  });
});

describe('without a network', () => {
  it('gives exit code 3 where no resolver answers', async () => {
    const silent = createSocket('udp4').bind(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const resolver = `127.0.0.1:${silent.address().port}`;
      const { code, stdout } = await run([
        'check',
        'nonexistent.invalid',
        '--resolver',
        resolver,
        '--timeout',
        '1s',
        '-q',
      ]);
      expect(code).toBe(3);
      expect(stdout).toContain(
        `federation: could not be judged from here: no answer from the DNS resolver ${resolver}`,
      );
    } finally {
      silent.close();
    }
  });
});

describe('pipes and signals', () => {
  it.each([
    ['the verdict where the reader goes away', '"$0" "$1" demo expired-certificate --json | head -1', 2, /^\{\n$/],
    ['a listing that nobody reads to the end', '"$0" "$1" schema | head -1', 0, /^\{\n$/],
    ['nothing on standard input', '"$0" "$1" demo healthy -q <&-', 0, /^example\.com: ok; /],
    ['no output at all', '"$0" "$1" demo expired-certificate >&-', 2, /^$/],
  ])('%s', async (_, script, code, stdout) => {
    const result = await shell(script);
    expect(result.stderr).toBe('');
    expect(result.code).toBe(code);
    expect(result.stdout).toMatch(stdout);
  });

  it('tells a full disk', async () => {
    const result = await shell('"$0" "$1" list > /dev/full');
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(/^matrix-discovery: cannot write: ENOSPC/);
  });

  it('writes more than a pipe holds', async () => {
    const result = await shell(
      'for i in $(seq 300); do echo "not a name $i"; done | "$0" "$1" check --json --targets - | wc -lc',
    );
    const [lines = 0, bytes = 0] = result.stdout.trim().split(/\s+/).map(Number);
    expect([result.code, result.stderr]).toEqual([2, '']);
    expect(lines).toBe(300);
    expect(bytes).toBeGreaterThan(1_000_000);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends a run under way with exit code %i and what is known', async (signal, expected) => {
    const resolver = createSocket('udp4').bind(0, '127.0.0.1');
    await once(resolver, 'listening');
    const args = ['check', 'example.com', '--resolver', `127.0.0.1:${resolver.address().port}`, '--timeout', '60s'];
    const child = spawn(process.execPath, [built.bin, ...args], { env: bareEnvironment() });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    await once(resolver, 'message');
    child.kill(signal);
    const [code] = await once(child, 'close');
    resolver.close();
    expect({ code, stderr: output.stderr }).toEqual({ code: expected, stderr: '' });
    expect(output.stdout).toMatch(
      /^Interrupted after \d+\.\d s: this is what was known by then\.\n\nexample\.com\n\n\? Fed/,
    );
  });
});

describe('colour', () => {
  it.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [{ NO_COLOR: '1' }, false],
  ])('%j', async (env, coloured) => {
    const { stdout, stderr } = await run(['explain', 'server-name/is-server-name'], env as Record<string, string>);
    expect(stdout.includes('\u001b[')).toBe(coloured);
    expect(stderr).toBe('');
  });

  it('is on in a terminal, and off there with NO_COLOR', async () => {
    const inTerminal = (env: string) =>
      shell(`${env} script -qec "'$0' '$1' explain server-name/is-server-name" /dev/null`, { TERM: 'xterm' });
    expect((await inTerminal('')).stdout).toContain('\u001b[');
    expect((await inTerminal('NO_COLOR=1')).stdout).not.toContain('\u001b[');
  });
});

const connectTo = (lab: Lab, host: string, address: string): readonly string[] => {
  const routed = lab.route(address, 443);
  if (routed.kind !== 'to') throw new Error(`nothing listens on ${address}`);
  return ['--connect-to', `${host}:443:${hostAndPort(routed.address, routed.port)}`];
};
