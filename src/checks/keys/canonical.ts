import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const canonical = {
  id: 'keys/canonical',
  title: 'The key answer has a canonical form that can be signed',
  failureTitle: 'The key answer of {where} cannot be verified: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.canonicalJson,
  why: 'Signatures are over canonical JSON, which has only whole numbers up to 2^53 and valid Unicode. No server can compute what was signed here.',
  fix: 'Remove that member from the answer: something other than the homeserver put it there, or the homeserver is home-made.',
  evaluate: keysVerdicts(({ canonicalFault }) =>
    canonicalFault === null ? null : { values: { problem: canonicalFault }, seen: canonicalFault },
  ),
} as const satisfies Check;
