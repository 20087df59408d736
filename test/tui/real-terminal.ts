import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareEnvironment } from '../cli/built-package.js';
import { openVirtualTerminal, type VirtualTerminal } from './virtual-terminal.js';

/** Whether there is the program `script` of util-linux, which runs another one in a pseudo terminal. */
export const canOpenRealTerminal = /util-linux/.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

/** A command that runs in a real pseudo terminal. */
export interface RealTerminal
  extends Pick<VirtualTerminal, 'screen' | 'lines' | 'bytes' | 'isSecondScreen' | 'until' | 'type'> {
  /** The terminal first, as its window is dragged, then the program is told. */
  resize(columns: number, rows: number): Promise<void>;
  /** The exit code, once everything is drawn. */
  readonly ended: Promise<number>;
  /** Ends whatever still runs. */
  close(): Promise<void>;
}

interface Options {
  readonly columns: number;
  readonly rows: number;
  /** For a shell. */
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const openRealTerminal = async ({ columns, rows, command, env = {} }: Options): Promise<RealTerminal> => {
  const folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  const device = join(folder, 'device');
  const terminal = openVirtualTerminal(columns, rows);
  const prelude = `tty > '${device}'; stty cols ${columns} rows ${rows};`;
  const child = spawn('script', ['-qefc', `${prelude} ${command}`, '/dev/null'], {
    env: bareEnvironment({ TERM: 'xterm-256color', SHELL: '/bin/sh', ...env }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdout.pipe(terminal.stdout, { end: false });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => terminal.stdout.write('', () => resolve(code ?? -1)));
  });
  return {
    ...terminal,
    type: (keys) => void child.stdin.write(keys),
    resize: async (newColumns, newRows) => {
      terminal.resize(newColumns, newRows);
      const path = (await readFile(device, 'utf8')).trim();
      spawnSync('stty', ['-F', path, 'cols', String(newColumns), 'rows', String(newRows)]);
    },
    ended,
    close: async () => {
      child.kill();
      await ended.catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
