import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { needsMilliseconds } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';
import { timeWords } from '../words/time-words.js';

const WEEK_MS = 7 * 24 * 3_600_000;
/** The clocks of the two machines may differ. */
const CLOCK_SKEW_MS = 3_600_000;

export const validForAWeek = {
  id: 'keys/valid-for-a-week',
  title: 'The signing keys are valid for seven days at most',
  failureTitle: 'The signing keys of {where} are valid until {date}',
  level: 'MUST',
  severity: 'info',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'Servers count on seven days at most, whatever the answer says, so a longer time has no effect.',
  fix: 'Nothing has to change. A day is customary (Synapse: key_refresh_interval: 1d).',
  evaluate: keysVerdicts(({ validUntilTs }, { observedAt }) => {
    if (validUntilTs === null || validUntilTs - Date.parse(observedAt) <= WEEK_MS + CLOCK_SKEW_MS) return null;
    return { values: { date: timeWords(validUntilTs) }, seen: `valid until ${timeWords(validUntilTs)}` };
  }, needsMilliseconds),
} as const satisfies Check;
