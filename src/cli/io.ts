/** The world outside of the program, as far as the commands need it. Tests bring their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input; asked for only where the command line says `-`. */
  readonly readStdin: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** As if SIGINT had come: a terminal in raw mode gives Ctrl-C as a key. */
  readonly interrupt: () => void;
  /** The streams themselves, for a screen that is redrawn. Absent where there can be none. */
  readonly terminal?: {
    readonly stdout: NodeJS.WriteStream;
    readonly stdin: NodeJS.ReadStream;
    /** As if SIGTSTP had come: a terminal in raw mode gives Ctrl-Z as a key. Absent where nothing can be stopped. */
    readonly suspend?: () => void;
  };
}

/** A stream to write to. */
export interface Output {
  /** Ends when the text is handed over, also where the reader has gone. Rejects with OutputError where it cannot be written (a full disk). */
  write(text: string): Promise<void>;
  /** The reader has gone (EPIPE): nobody needs what would come. */
  readonly closed: boolean;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

export class OutputError extends Error {}
