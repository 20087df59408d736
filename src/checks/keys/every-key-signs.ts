import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { needsSignature } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const everyKeySigns = {
  id: 'keys/every-key-signs',
  title: 'Every key in the answer signs it',
  failureTitle: 'The key answer of {where} is not signed with {keys}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.checkingSignature,
  why: 'The specification leaves open how many keys must sign. Synapse is content with one, Dendrite and the public federation tester ask for every key.',
  fix: 'Sign with every key under verify_keys, or move keys that are out of use to old_verify_keys with the time of their end (Synapse: old_signing_keys).',
  evaluate: keysVerdicts(({ verifyKeys }) => {
    const silent = verifyKeys.filter(({ algorithm, signature }) => algorithm === 'ed25519' && signature === 'absent');
    if (silent.length === 0) return null;
    const keys = listWords(silent.map(({ id }) => id));
    return { values: { keys }, seen: `no signature of ${keys}` };
  }, needsSignature),
} as const satisfies Check;
