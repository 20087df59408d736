import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import { type Run, runsOf } from './styled-runs.js';

/** A terminal of which everything is real but the glass: what is written to it can be read from its screen. */
export interface VirtualTerminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** What is seen, one text a row. */
  screen(): string;
  /** What is seen and what was scrolled away of the first screen; the second one has no past. */
  everything(): string;
  /** What is seen with its colours, a row at a time from the top. */
  rows(): readonly (readonly Run[])[];
  isSecondScreen(): boolean;
  /** The first screen with what was scrolled away, as lines: what was broken at the edge is whole again. */
  lines(): readonly string[];
  /** All that was written. */
  bytes(): string;
  /** Whether keys come one by one, and are not shown. */
  isRaw(): boolean;
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves when the screen shows it; rejects with the screen where it takes too long. */
  until(pattern: RegExp): Promise<string>;
}

export const openVirtualTerminal = (columns: number, rows: number): VirtualTerminal => {
  const emulator = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
    scrollback: 5000,
  });
  const listeners = new Set<() => void>();
  let bytes = '';
  let raw = false;
  const stdout = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      bytes += chunk;
      emulator.write(chunk, () => {
        for (const listener of listeners) listener();
        done();
      });
    },
  });
  const size = { columns, rows };
  Object.defineProperties(stdout, {
    isTTY: { value: true },
    columns: { get: () => size.columns },
    rows: { get: () => size.rows },
  });
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => {
      raw = mode;
      return stdin;
    },
    ref: () => stdin,
    unref: () => stdin,
  });
  const lines = (first: number, last: number): string =>
    Array.from({ length: last - first }, (_, row) =>
      (emulator.buffer.active.getLine(first + row)?.translateToString(true) ?? '').trimEnd(),
    )
      .join('\n')
      .trimEnd();
  const screen = (): string => {
    const { baseY } = emulator.buffer.active;
    return lines(baseY, baseY + emulator.rows);
  };
  return {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    screen,
    everything: () => lines(0, emulator.buffer.active.length),
    rows: () => {
      const { active } = emulator.buffer;
      return Array.from({ length: emulator.rows }, (_, row) => runsOf(active.getLine(active.baseY + row)));
    },
    isSecondScreen: () => emulator.buffer.active.type === 'alternate',
    lines: () => {
      const { normal } = emulator.buffer;
      const whole: string[] = [];
      for (let index = 0; index < normal.length; index += 1) {
        const row = normal.getLine(index);
        const text = row?.translateToString(true) ?? '';
        if (row?.isWrapped) whole.push(`${whole.pop() ?? ''}${text}`);
        else whole.push(text);
      }
      return whole.slice(0, whole.findLastIndex((line) => line !== '') + 1);
    },
    bytes: () => bytes,
    isRaw: () => raw,
    type: (keys) => void stdin.write(keys),
    resize: (nextColumns, nextRows) => {
      Object.assign(size, { columns: nextColumns, rows: nextRows });
      emulator.resize(nextColumns, nextRows);
      stdout.emit('resize');
    },
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(screen())) return;
          end();
          resolve(screen());
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`${pattern} is not shown:\n${screen()}`));
        }, PATIENCE_MS);
        const end = (): void => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
  };
};

/** For a machine that does much else. */
const PATIENCE_MS = 15_000;
