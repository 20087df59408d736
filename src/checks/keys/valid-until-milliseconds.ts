import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { looksLikeSeconds, needsValidUntil } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const validUntilMilliseconds = {
  id: 'keys/valid-until-milliseconds',
  title: 'The end of validity of the keys is in milliseconds',
  failureTitle: 'valid_until_ts of {where} is {number}, which seems to be in seconds',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'Times in Matrix are milliseconds since 1970, so this means {date}: the keys count as expired for decades, and servers refuse what is signed with them.',
  fix: 'Multiply it by 1000: valid_until_ts must be {right} there. A homeserver does so by itself: update it if it is old or home-made.',
  evaluate: keysVerdicts(({ validUntilTs }) => {
    if (validUntilTs === null || !looksLikeSeconds(validUntilTs)) return null;
    return {
      values: {
        number: `${validUntilTs}`,
        right: `${validUntilTs * 1000}`,
        date: new Date(validUntilTs).toISOString().slice(0, 10),
      },
      seen: `valid_until_ts is ${validUntilTs}`,
    };
  }, needsValidUntil),
} as const satisfies Check;
