import type { EndpointFacts } from '../facts/federation.js';
import { readSigningKeys } from '../spec/signing-keys.js';
import { bodyText } from './look-body.js';
import type { SigningKeysReport } from './report.js';

/** The keys as the first destination that shows any has them; that others differ is a finding. null where none does. */
export const signingKeysReport = (
  endpoints: readonly EndpointFacts[],
  serverName: string,
): SigningKeysReport | null => {
  for (const { keys } of endpoints) {
    const text = bodyText(keys);
    const reading = text === undefined ? undefined : readSigningKeys(text, serverName);
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
