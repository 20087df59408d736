import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atObstacle } from '../verdicts/at-obstacle.js';

export const fileWithoutChallenge = {
  id: 'client/file-without-challenge',
  title: 'No bot protection stands in front of the client file',
  failureTitle: 'A bot protection answers in place of the client file (status {status})',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'A page that asks whether a human is there is of no use to a program: clients report that the server is set up wrongly (FAIL_PROMPT). In your own browser it works, since that has passed the test.',
  fix: 'Switch the bot protection off for /.well-known/matrix/ and /_matrix/ (Cloudflare: Security, WAF, a custom rule with the action "Skip" for these paths, and Bot Fight Mode off). "curl -i {url}" shows the answer.',
  evaluate: atObstacle('challenge', ({ file, response }) => ({ url: file.url, status: `${response?.status ?? 403}` })),
} as const satisfies Check;
