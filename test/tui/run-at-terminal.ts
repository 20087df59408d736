import type { Io } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';
import { streamOutput } from '../../src/cli/stream-output.js';
import type { VirtualTerminal } from './virtual-terminal.js';

export interface RunAtTerminal {
  /** The exit code, as that of the process would be. */
  readonly code: Promise<number>;
  readonly stderr: () => string;
  /** As if SIGINT had come. */
  interrupt(): void;
}

/** Runs the program within this process, at a terminal. */
export const runAtTerminal = (
  argv: readonly string[],
  terminal: VirtualTerminal,
  env: Readonly<Record<string, string>> = UNICODE,
): RunAtTerminal => {
  const { io, stderr } = ioAt(terminal, env);
  const code = main(argv, io);
  return {
    code: code.then((result) => (io.signal.aborted ? 130 : result)),
    stderr,
    interrupt: io.interrupt,
  };
};

const UNICODE = { LANG: 'en_US.UTF-8' };

/** All that the program needs of the world outside, with this terminal in it. */
export const ioAt = (
  { stdout, stdin }: VirtualTerminal,
  env: Readonly<Record<string, string>> = UNICODE,
): { readonly io: Io; readonly stderr: () => string } => {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  const messages: string[] = [];
  const io: Io = {
    stdout: streamOutput(stdout),
    stderr: {
      write: async (text) => void messages.push(text),
      closed: false,
      isTTY: true,
      columns: stdout.columns,
    },
    readStdin: async () => '',
    env,
    signal: controller.signal,
    interrupt,
    terminal: { stdout, stdin },
  };
  return { io, stderr: () => messages.join('') };
};
