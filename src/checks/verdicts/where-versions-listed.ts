import type { Facts } from '../../facts/facts.js';
import type { HttpLook, HttpResponse } from '../../facts/http.js';
import type { Check } from '../check.js';
import type { VersionsReading } from '../readings/versions-reading.js';
import { notTested, type Verdict } from '../verdict.js';
import { whereHomeserver } from './where-homeserver.js';

/** A usable answer of `/_matrix/client/versions`. */
export type VersionsListed = Extract<VersionsReading, { kind: 'versions' }> & {
  readonly look: HttpLook;
  readonly response: HttpResponse;
};

/** Judges what the homeserver says of itself, where it does. */
export const whereVersionsListed = (
  judge: (listed: VersionsListed, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereHomeserver(({ versions }, facts) => {
    const { best } = versions;
    return best === null || best.response === null || best.reading?.kind !== 'versions'
      ? [notTested(versions.because)]
      : judge({ ...best.reading, look: best.look, response: best.response }, facts);
  });
