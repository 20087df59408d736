import type { Terminal } from './terminal.js';

/** How a screen makes room, and comes back. */
interface Drawn {
  /** Gives the terminal back as it was. */
  leave(): void;
  /** Draws everything anew. */
  enter(): void;
}

/**
 * Gives the terminal back where the process is stopped (SIGTSTP, which Ctrl-Z gives in a shell with job control), and takes it again when it goes on (`fg`).
 * Returns what ends this.
 */
export const whenStopped = ({ stdin }: Pick<Terminal, 'stdin'>, { leave, enter }: Drawn): (() => void) => {
  const onStop = (): void => {
    const raw = stdin.isRaw === true;
    leave();
    if (raw) stdin.setRawMode(false);
    process.off('SIGTSTP', onStop);
    // Nobody listens any more, so that this stops here until SIGCONT; or does nothing, where no shell could let it go on.
    process.kill(process.pid, 'SIGTSTP');
    process.on('SIGTSTP', onStop);
    if (raw) stdin.setRawMode(true);
    enter();
  };
  /** It may have been stopped without being asked (SIGSTOP), and the shell has set the terminal as it likes it. */
  const onContinue = (): void => {
    if (stdin.isRaw === true) {
      stdin.setRawMode(false);
      stdin.setRawMode(true);
    }
    leave();
    enter();
  };
  process.on('SIGTSTP', onStop);
  process.on('SIGCONT', onContinue);
  return () => {
    process.off('SIGTSTP', onStop);
    process.off('SIGCONT', onContinue);
  };
};
