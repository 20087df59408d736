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
  { stdout, stdin }: VirtualTerminal,
  env: Readonly<Record<string, string>> = { LANG: 'en_US.UTF-8' },
): RunAtTerminal => {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  const messages: string[] = [];
  const code = main(argv, {
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
  });
  return {
    code: code.then((result) => (controller.signal.aborted ? 130 : result)),
    stderr: () => messages.join(''),
    interrupt,
  };
};
