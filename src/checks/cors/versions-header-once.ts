import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionsCors } from '../verdicts/cors-verdicts.js';
import { ONE_CORS_LINES } from '../words/web-server-lines.js';

export const versionsHeaderOnce = {
  id: 'cors/versions-header-once',
  title: 'The homeserver answers with one Access-Control-Allow-Origin at most',
  failureTitle: 'The homeserver answers with Access-Control-Allow-Origin more than once ({found})',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'Browsers accept one value only: "*, *" is as bad as none. The homeserver sends the header itself, and the proxy in front of {host} adds it once more. Element Web and Desktop cannot use {url}.',
  fix: `Delete the line that adds it in the proxy: the homeserver's own header is enough.${ONE_CORS_LINES}`,
  evaluate: versionsCors((fault) => fault === 'several-lines' || fault === 'several-values'),
} as const satisfies Check;
