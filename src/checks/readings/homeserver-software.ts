import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { readVersionAnswer } from './version-reading.js';

/** The name of the software, as the homeserver gives it to other servers; null where none does. */
export const homeserverSoftware = (facts: Facts): string | null => {
  for (const endpoint of seenValue(facts.federation)?.endpoints ?? []) {
    const reading = readVersionAnswer(endpoint, facts);
    if (reading.kind === 'version' && reading.name !== null) return reading.name;
  }
  return null;
};
