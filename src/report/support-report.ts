import { bodyText } from '../facts/body-text.js';
import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import { readSupportFile } from '../spec/well-known-support.js';
import type { Outcome, SupportReport } from './report.js';

/** What the support file says, by the first address that gives one; null where none does. */
export const supportReport = (facts: Facts, outcome: Outcome): SupportReport | null => {
  for (const { hops, end } of seenValue(facts.support)?.fetches ?? []) {
    const last = end.kind === 'answered' ? hops.at(-1) : undefined;
    const response = last === undefined ? undefined : seenValue(last.response);
    const body = response?.status === 200 ? seenValue(response.body) : undefined;
    if (body !== undefined) {
      const reading = readSupportFile(bodyText(body));
      return reading.kind === 'read'
        ? { outcome, contacts: reading.contacts, supportPage: reading.supportPage }
        : { outcome, contacts: [], supportPage: null };
    }
  }
  return null;
};
