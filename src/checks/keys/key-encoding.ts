import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keyFaultVerdicts } from '../verdicts/key-fault-verdicts.js';

export const keyEncoding = {
  id: 'keys/key-encoding',
  title: 'Keys are in unpadded standard base64',
  failureTitle: 'The key {key} of {where} {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.unpaddedBase64,
  why: 'Servers that take the specification at its word cannot read it, and with it nothing that is signed with {key}. Lenient ones can.',
  fix: 'Write base64 with "+" and "/" and without "=" at the end: 43 characters for a key. A homeserver does so by itself: update it if it is old or home-made.',
  evaluate: keyFaultVerdicts(['padded', 'url-safe']),
} as const satisfies Check;
