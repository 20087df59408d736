import type { StepId } from '../facts/federation.js';
import type { Finding, FindingRecipe, FindingRecipeText, Outcome, RtcServiceReport } from '../report/report.js';

/** A colour of the terminal's own palette, or a weight. */
export type Ink = 'green' | 'yellow' | 'red' | 'magenta' | 'cyan' | 'dim' | 'bold';

/** How a result is shown: always by its word, with a symbol beside it (`ascii` where the locale has no UTF-8), in a colour if there is any. */
export interface Term {
  readonly word: string;
  readonly symbol: string;
  readonly ascii: string;
  readonly ink: Ink;
}

export const OUTCOME_TERMS = {
  pass: { word: 'ok', symbol: '\u2713', ascii: '+', ink: 'green' },
  warn: { word: 'warning', symbol: '!', ascii: '!', ink: 'yellow' },
  fail: { word: 'failed', symbol: '\u2717', ascii: 'x', ink: 'red' },
  unknown: { word: 'unknown', symbol: '?', ascii: '?', ink: 'magenta' },
} as const satisfies Record<Outcome, Term>;

export const SEVERITY_TERMS = {
  error: { word: 'error', symbol: '\u2717', ascii: 'x', ink: 'red' },
  warning: { word: 'warning', symbol: '!', ascii: '!', ink: 'yellow' },
  notice: { word: 'notice', symbol: '\u2022', ascii: '*', ink: 'cyan' },
  info: { word: 'info', symbol: '\u00b7', ascii: '-', ink: 'dim' },
} as const satisfies Record<Finding['severity'], Term>;

export const FINDING_TERMS = {
  pass: { word: 'passed', symbol: '\u2713', ascii: '+', ink: 'green' },
  'not-tested': { word: 'not tested', symbol: '?', ascii: '?', ink: 'magenta' },
  'not-applicable': { word: 'does not apply', symbol: '\u00b7', ascii: '-', ink: 'dim' },
} as const satisfies Record<Exclude<Finding['outcome'], 'fail'>, Term>;

/** Who notices a failed check. */
export const AFFECTED_WORDS = {
  everyone: 'everybody: other servers and all clients',
  servers: 'other servers',
  clients: 'all clients',
  browsers: 'Element Web, Element Desktop and other clients in a browser',
  'strict-clients': 'Element X and other clients that are stricter than browsers',
  readers: 'no software, but people who read it',
} as const satisfies Record<Finding['affects'], string>;

export const WEB_SERVER_WORDS = {
  nginx: 'nginx',
  apache: 'Apache',
  caddy: 'Caddy',
  haproxy: 'HAProxy',
  traefik: 'Traefik',
} as const satisfies Record<NonNullable<FindingRecipe['webServer']>, string>;

/** How the web server comes by its answer. */
export const SITE_WORDS = {
  file: 'if it gives the file itself',
  proxy: 'if it passes the request on',
} as const satisfies Record<NonNullable<FindingRecipeText['site']>, string>;

/** How far a client gets with a service for calls. */
export const RTC_SERVICE_WORDS = {
  answers: 'answers',
  'invalid-url': 'not an address that works',
  retired: 'no longer run',
  unreachable: 'not reachable',
  'tls-error': 'TLS is not in order',
  'wrong-answer': 'something else answers',
  unknown: 'not tested',
} as const satisfies Record<RtcServiceReport['state'], string>;

/** The steps of "Resolving server names" as questions, short. */
export const STEP_WORDS = {
  '1': 'an IP address?',
  '2': 'a port in the name?',
  '3': '.well-known/matrix/server',
  '3.1': 'it names an IP address?',
  '3.2': 'it names a port?',
  '3.3': 'SRV _matrix-fed._tcp',
  '3.4': 'SRV _matrix._tcp (old)',
  '3.5': 'that host, port 8448',
  '4': 'SRV _matrix-fed._tcp',
  '5': 'SRV _matrix._tcp (old)',
  '6': 'the host, port 8448',
} as const satisfies Record<StepId, string>;
