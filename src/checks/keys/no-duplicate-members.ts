import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const noDuplicateMembers = {
  id: 'keys/no-duplicate-members',
  title: 'No member stands twice in the key answer',
  failureTitle: 'The key answer of {where} says the same thing more than once: {members}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.canonicalJson,
  why: 'Some servers take the first one, some the last one, some refuse the answer. So the signature holds for some and fails for others.',
  fix: 'Do not edit the answer: let the homeserver write it, and remove what a proxy adds to it.',
  evaluate: keysVerdicts(({ duplicateKeys }) => {
    if (duplicateKeys.length === 0) return null;
    const members = listWords(duplicateKeys);
    return { values: { members }, seen: `more than once: ${members}` };
  }),
} as const satisfies Check;
