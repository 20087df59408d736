import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';
import { timeWords } from '../words/time-words.js';

export const oldKeys = {
  id: 'keys/old-keys',
  title: 'Old keys have a time of their end that is past',
  failureTitle: 'The old key {key} of {where} {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.publishingKeys,
  why: 'Old keys still prove old events, up to the time in expired_ts. Without a right time, servers cannot verify the history of rooms that were made with {key}.',
  fix: 'Give each key under old_verify_keys its key and an expired_ts in milliseconds that is past, and no id that stands under verify_keys too (Synapse: old_signing_keys with key and expired_ts).',
  evaluate: keysVerdicts(({ oldVerifyKeys }, { observedAt }) => {
    const problems = oldVerifyKeys.flatMap(({ id, expiredTs, faults }) => [
      ...faults.map((problem) => ({ id, problem })),
      ...(expiredTs !== null && expiredTs > Date.parse(observedAt)
        ? [{ id, problem: `ends only on ${timeWords(expiredTs)}` }]
        : []),
    ]);
    const [first] = problems;
    if (first === undefined) return null;
    return {
      values: { key: first.id, problem: first.problem },
      seen: problems.map(({ id, problem }) => `${id} ${problem}`).join('; '),
    };
  }),
} as const satisfies Check;
