import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from './fake-io.js';

const ROOT = join(import.meta.dirname, '../..');

/** The package as it is published, built into a folder of its own, so that tests neither need nor touch `dist`. */
export interface BuiltPackage {
  readonly folder: string;
  readonly bin: string;
  /** esbuild's account: output file -> what went into it and what it loads. */
  readonly metafile: string;
  remove(): Promise<void>;
}

export const buildPackage = async (...flags: string[]): Promise<BuiltPackage> => {
  const folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-package-'));
  const metafile = join(folder, 'meta.json');
  const build = [join(ROOT, 'esbuild.config.mjs'), '--outdir', join(folder, 'dist'), '--metafile', metafile, ...flags];
  await promisify(execFile)(process.execPath, build, { cwd: ROOT });
  await mkdir(join(folder, 'fixtures'));
  await Promise.all(
    ['bin', 'package.json', 'fixtures/scenarios'].map((path) =>
      cp(join(ROOT, path), join(folder, path), { recursive: true }),
    ),
  );
  return {
    folder,
    bin: join(folder, 'bin/matrix-discovery.js'),
    metafile,
    remove: () => rm(folder, { recursive: true }),
  };
};

/** The environment of a child without what this one says about colours, widths and locales. */
export const bareEnvironment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: 'en_US.UTF-8',
  ...more,
});

/** Runs a command to its end, with nothing to read. */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Run & { readonly signal: NodeJS.Signals | null }> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: bareEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? -1,
        signal,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
