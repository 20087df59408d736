import { Interrupted } from './interrupted.js';
import { main } from './main.js';
import { defectMessage } from './message.js';
import { streamOutput } from './stream-output.js';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
/** Whatever still keeps the process alive after the result is out gets this long. */
const GRACE_MS = 1500;

/** Connects the program to the process: arguments, streams, signals, exit code. */
export const run = async (): Promise<void> => {
  const controller = new AbortController();
  let interruptedBy: number | undefined;
  const interrupt = (signal: keyof typeof EXIT_CODES): void => {
    // The second one does not wait for anything.
    if (interruptedBy !== undefined) process.exit(interruptedBy);
    interruptedBy = EXIT_CODES[signal];
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt(signal));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.exitCode = 3;
      process.stderr.write(defectMessage(error), () => process.exit(3));
    });
  }
  const code = await main(process.argv.slice(2), {
    stdout: streamOutput(process.stdout),
    stderr: streamOutput(process.stderr),
    readStdin: () => readStdin(controller.signal),
    env: process.env,
    signal: controller.signal,
    interrupt: () => interrupt('SIGINT'),
    ...(process.stdout.isTTY ? { terminal: { stdout: process.stdout, stdin: process.stdin, ...suspension } } : {}),
  });
  // All that there was to write is written, and who stops a program does not want to wait for it.
  if (interruptedBy !== undefined) process.exit(interruptedBy);
  process.exitCode = code;
  setTimeout(() => process.exit(), GRACE_MS).unref();
};

/** The whole group, as the terminal does: npm and npx wait in it. Windows knows no such thing. */
const suspension = process.platform === 'win32' ? {} : { suspend: () => void process.kill(0, 'SIGTSTP') };

/** A signal ends the reading too: a terminal may never say that its input is over. */
const readStdin = async (signal: AbortSignal): Promise<string> => {
  const stop = (): void => void process.stdin.destroy(new Interrupted());
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};
