import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keyFaultVerdicts } from '../verdicts/key-fault-verdicts.js';

export const keyId = {
  id: 'keys/key-id',
  title: 'Key ids have the form ed25519:version',
  failureTitle: 'The key id {key} of {where} {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'The part behind the colon may have only letters, digits and "_". Strict servers drop such a key, and what is signed with it.',
  fix: 'Make a new key with a plain version, such as ed25519:a_1, and let the old one stand under old_verify_keys (Synapse: old_signing_keys) so that old events stay valid.',
  evaluate: keyFaultVerdicts(['odd-version']),
} as const satisfies Check;
