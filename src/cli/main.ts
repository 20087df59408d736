import { readCommandLine } from './command-line.js';
import { COMMANDS } from './commands/index.js';
import { Interrupted } from './interrupted.js';
import { type Io, OutputError } from './io.js';
import { defectMessage, message } from './message.js';
import { width } from './options/output.js';
import { UsageError } from './usage-error.js';

/** The whole program: what was asked for, done; the exit code. Only stdout and stderr see what happens, and nothing is thrown. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  try {
    if (argv.length === 0) {
      const help = readCommandLine(['--help'], width(io));
      if (help.kind === 'print') await io.stderr.write(help.text);
      return 3;
    }
    const invocation = readCommandLine(argv, width(io));
    if (invocation.kind === 'print') {
      await io.stdout.write(invocation.text);
      return 0;
    }
    const run = await COMMANDS[invocation.name].load();
    return await run(invocation.args, invocation.words, io);
  } catch (error) {
    if (error instanceof Interrupted) {
      await io.stderr.write(message('interrupted'));
      return 3;
    }
    const known = error instanceof UsageError || error instanceof OutputError;
    await io.stderr.write(known ? message(error.message) : defectMessage(error));
    return 3;
  }
};
