import type { HttpLook } from '../../facts/http.js';

/** How long a look took in all its phases, in milliseconds. */
export const lookMs = ({ timings }: HttpLook): number =>
  [timings.dnsMs, timings.tcpMs, timings.tlsMs, timings.firstByteMs, timings.bodyMs].reduce<number>(
    (sum, ms) => sum + (ms ?? 0),
    0,
  );
