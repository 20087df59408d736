import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { needsVerifyKeys } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const noUnlistedSignatures = {
  id: 'keys/no-unlisted-signatures',
  title: 'Only keys that are listed sign the answer',
  failureTitle: 'The key answer of {where} is also signed with {keys}, which it does not list',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.checkingSignature,
  why: 'Read strictly, a signature whose key cannot be found fails the whole check. Synapse passes over it, others may not.',
  fix: 'List {keys} under verify_keys, or stop signing with it. After a change of keys, restart every worker of the homeserver.',
  evaluate: keysVerdicts(({ unlistedSignatures }) => {
    if (unlistedSignatures.length === 0) return null;
    const keys = listWords(unlistedSignatures);
    return { values: { keys }, seen: `signed with ${keys}` };
  }, needsVerifyKeys),
} as const satisfies Check;
