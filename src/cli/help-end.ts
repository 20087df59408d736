/** What every help text ends with; yargs breaks the lines. */
export const HELP_END = [
  'Exit codes: 0 nothing failed; 1 warnings, with --fail-on warning; 2 something failed; 3 could not be judged (bad usage, no network, a defect of this tool); 130 and 143 stopped by a signal. With several names the worst, in the order 2, 3, 1, 0.',
  'Environment: NO_COLOR, FORCE_COLOR, COLUMNS, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS. Proxies are not used.',
  'Names that begin with a dash come after --.',
].join('\n\n');
