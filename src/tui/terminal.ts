/** Where a screen is drawn, and where its keys come from. */
export interface Terminal {
  /** Has to be a terminal. */
  readonly stdout: NodeJS.WriteStream;
  /** Without a terminal behind it no key is heard. */
  readonly stdin: NodeJS.ReadStream;
  /** Whether it has a second screen, as for editors, that can be left without a trace. */
  readonly hasSecondScreen: boolean;
  /** Stops the process and those that it was started with, as Ctrl-Z does, until it is let go on. */
  readonly suspend?: () => void;
}
