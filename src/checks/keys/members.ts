import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const members = {
  id: 'keys/members',
  title: 'The key answer has everything that it must have',
  failureTitle: 'The key answer of {where} is incomplete: {missing}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'server_name, verify_keys, signatures and valid_until_ts are required since Matrix v1.12. Servers that miss one of them drop the whole answer, and then everything that this server signs.',
  fix: 'A homeserver writes this answer by itself: update it if it is old or home-made, and do not serve the answer from a file.',
  evaluate: keysVerdicts(({ missing }) =>
    missing.length === 0 ? null : { values: { missing: missing.join('; ') }, seen: missing.join('; ') },
  ),
} as const satisfies Check;
