import type { HelpRow } from './command.js';

/** The options of `check` in few enough lines for one screen; the man page gives each its own. */
export const CHECK_ROWS: readonly HelpRow[] = [
  [['verbose', 'quiet'], 'all that was seen; one line of verdict'],
  [['json', 'color'], 'JSON; auto (default), always, never'],
  [['interactive', 'watch'], 'stay and look around; again every 60s'],
  [['tui', 'screen-reader'], 'draw it, or never; only plain text'],
  [['only', 'skip'], 'areas (tls) or checks, with commas'],
  [['fail-on'], 'error (default), or warning: code 1'],
  [['timeout', 'concurrency'], 'for each name, 15s; names at once, 16'],
  [['resolver', 'ca-file'], 'DNS resolver; root certificates'],
  [['resolve'], 'believe this instead of DNS'],
  [['connect-to'], 'connect to the latter, as in curl'],
  [['allow-private', 'public-only'], 'they are meant; never connect there'],
  [['targets'], 'names, one a line; - is standard input'],
  [['save-facts', 'from-facts'], 'keep what was seen; judge it again'],
];
