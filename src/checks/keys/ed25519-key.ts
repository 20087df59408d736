import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { needsVerifyKeys } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const ed25519Key = {
  id: 'keys/ed25519-key',
  title: 'There is an ed25519 key',
  failureTitle: 'The key answer of {where} has no ed25519 key, only {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'Ed25519 is the only kind of key that homeservers know. Without one, nothing that this server signs can be verified.',
  fix: 'Let the homeserver make a key (Synapse: python -m synapse.app.homeserver --config-path homeserver.yaml --generate-keys; the file is signing_key_path) and restart it.',
  evaluate: keysVerdicts(({ verifyKeys }) => {
    if (verifyKeys.some(({ algorithm }) => algorithm === 'ed25519')) return null;
    const found = verifyKeys.length === 0 ? 'an empty list' : listWords(verifyKeys.map(({ id }) => id));
    return { values: { found }, seen: `verify_keys: ${found}` };
  }, needsVerifyKeys),
} as const satisfies Check;
