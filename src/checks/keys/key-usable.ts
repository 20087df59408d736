import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keyFaultVerdicts } from '../verdicts/key-fault-verdicts.js';

export const keyUsable = {
  id: 'keys/key-usable',
  title: 'Every ed25519 key can be used',
  failureTitle: 'The key {key} of {where} {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'A key is 32 bytes in base64. Servers that cannot read one drop it, some the whole answer, and nothing signed with it can be verified.',
  fix: 'Let the homeserver make a new key and publish it by itself; do not edit the answer or the key file by hand (Synapse: signing_key_path, one line "ed25519 <version> <43 characters>").',
  evaluate: keyFaultVerdicts(['undecodable', 'wrong-length', 'weak', 'non-canonical', 'not-an-object']),
} as const satisfies Check;
