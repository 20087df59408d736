import { readKeysAnswer } from '../checks/readings/keys-reading.js';
import { certificateFaults } from '../facts/certificate-state.js';
import type { Facts } from '../facts/facts.js';
import type { EndpointFacts } from '../facts/federation.js';
import type { SigningKeysReport } from './report.js';

/**
 * The keys as the first destination that shows any has them, one with a good certificate before the others; that others differ is a finding.
 * null where none does.
 */
export const signingKeysReport = (endpoints: readonly EndpointFacts[], facts: Facts): SigningKeysReport | null => {
  const isProven = ({ keys }: EndpointFacts): boolean => certificateFaults(keys, facts.observedAt).length === 0;
  const provenFirst = [...endpoints.filter(isProven), ...endpoints.filter((endpoint) => !isProven(endpoint))];
  for (const endpoint of provenFirst) {
    const reading = readKeysAnswer(endpoint, facts);
    if (reading?.kind === 'read') {
      return {
        validUntil: isoTime(reading.validUntilTs),
        keys: reading.verifyKeys.map(({ id, signature }) => ({ id, verified: signature === 'valid' })),
      };
    }
  }
  return null;
};

/** JavaScript knows no date beyond 8.64e15 ms. */
const isoTime = (milliseconds: number | null): string | null => {
  if (milliseconds === null) return null;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};
