import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { KeysNeed } from '../readings/keys-needs.js';
import { needsMilliseconds } from '../readings/keys-needs.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';
import { timeWords } from '../words/time-words.js';

const HOUR_MS = 3_600_000;

/** Keys that are over already are another check's. */
const needsFuture: KeysNeed = (keys, facts) =>
  needsMilliseconds(keys, facts) ??
  ((keys.validUntilTs ?? 0) <= Date.parse(facts.observedAt) ? 'the keys are no longer valid' : null);

export const validForAnHour = {
  id: 'keys/valid-for-an-hour',
  title: 'The signing keys are valid for another hour at least',
  failureTitle: 'The signing keys of {where} are valid for another {minutes} only',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'Other servers must ask again all the time, and while this one is down for a moment they hold its keys for expired.',
  fix: 'Publish keys that are valid for a day (Synapse: key_refresh_interval: 1d). If that is set, a proxy or cache keeps an old answer of /_matrix/key/v2/server: switch that off.',
  evaluate: keysVerdicts(({ validUntilTs }, { observedAt }) => {
    const leftMs = (validUntilTs ?? 0) - Date.parse(observedAt);
    if (validUntilTs === null || leftMs >= HOUR_MS) return null;
    return {
      values: { minutes: minuteWords(Math.floor(leftMs / 60_000)) },
      seen: `valid until ${timeWords(validUntilTs)}`,
    };
  }, needsFuture),
} as const satisfies Check;

const minuteWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`);
