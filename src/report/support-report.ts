import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import { readSupportFile } from '../spec/well-known-support.js';
import { bodyText } from './look-body.js';
import type { Outcome, SupportReport } from './report.js';

/** What the support file says, by the first address that gives one; null where none does. */
export const supportReport = (facts: Facts, outcome: Outcome): SupportReport | null => {
  for (const { hops, end } of seenValue(facts.support)?.fetches ?? []) {
    const text = end.kind === 'answered' ? bodyText(hops.at(-1)) : undefined;
    if (text !== undefined) {
      const reading = readSupportFile(text);
      return reading.kind === 'read'
        ? { outcome, contacts: reading.contacts, supportPage: reading.supportPage }
        : { outcome, contacts: [], supportPage: null };
    }
  }
  return null;
};
