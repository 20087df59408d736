import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { needsMilliseconds } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';
import { timeWords } from '../words/time-words.js';

export const validUntil = {
  id: 'keys/valid-until',
  title: 'The signing keys are still valid',
  failureTitle: 'The signing keys of {where} were valid until {date} only',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'In rooms of version 5 and newer, servers refuse what is signed with keys beyond valid_until_ts.',
  fix: 'The homeserver moves this time forward by itself. Check its clock (timedatectl), that no proxy or cache keeps old answers of /_matrix/key/v2/server, and its setting (Synapse: key_refresh_interval, 1d by default).',
  evaluate: keysVerdicts(({ validUntilTs }, { observedAt }) => {
    if (validUntilTs === null || validUntilTs > Date.parse(observedAt)) return null;
    return { values: { date: timeWords(validUntilTs) }, seen: `valid until ${timeWords(validUntilTs)}` };
  }, needsMilliseconds),
} as const satisfies Check;
