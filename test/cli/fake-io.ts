import type { Io, Output } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';

/** What a run of the program left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** A text, or what reading it throws. */
  readonly stdin?: string | Error;
  readonly env?: Io['env'];
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly stderrIsTTY?: boolean;
  readonly stderrColumns?: number;
  readonly signal?: AbortSignal;
  /** The reader goes away after so many writes. */
  readonly closesAfter?: number;
}

/** Runs the program within this process, with streams that remember. */
export const runMain = async (argv: readonly string[], surroundings: Surroundings = {}): Promise<Run> => {
  const stdout = memory(surroundings);
  const { stderrIsTTY = false, stderrColumns } = surroundings;
  const stderr = memory({ isTTY: stderrIsTTY, ...(stderrColumns === undefined ? {} : { columns: stderrColumns }) });
  const code = await main(argv, {
    stdout,
    stderr,
    readStdin: async () => {
      if (surroundings.stdin instanceof Error) throw surroundings.stdin;
      return surroundings.stdin ?? '';
    },
    env: surroundings.env ?? {},
    signal: surroundings.signal ?? new AbortController().signal,
    interrupt: () => {},
  });
  return { code, stdout: stdout.written.join(''), stderr: stderr.written.join('') };
};

const memory = ({ isTTY = false, columns, closesAfter = Number.POSITIVE_INFINITY }: Surroundings) => {
  const written: string[] = [];
  return {
    written,
    write: async (text: string) => {
      written.push(text);
    },
    get closed() {
      return written.length >= closesAfter;
    },
    isTTY,
    columns,
  } satisfies Output & { written: string[] };
};
