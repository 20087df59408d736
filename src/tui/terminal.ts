/** Where a screen is drawn, and where its keys come from. */
export interface Terminal {
  /** Has to be a terminal. */
  readonly stdout: NodeJS.WriteStream;
  /** Without a terminal behind it no key is heard. */
  readonly stdin: NodeJS.ReadStream;
  /** Whether the terminal breaks long lines anew when it gets narrower. All but few do. */
  readonly reflows: boolean;
}
