import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import type { Check } from '../check.js';
import { notTested, type Verdict } from '../verdict.js';
import { whereClientSeen } from './where-client-seen.js';

/** Judges the certificates of every host that clients must trust: those on the way to the client file, and that of the base URL, at every address. */
export const clientCertificates = (
  judge: (looks: readonly HttpLook[], facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereClientSeen((client, progress, facts) => {
    const looks = clientLooks(client);
    return looks.length === 0 ? [notTested(progress.because)] : judge(looks, facts);
  });

/** Every request that clients depend on. The identity server is not among them: people sign in without it. */
const clientLooks = ({ file, homeserver }: ClientFacts): readonly HttpLook[] => [
  ...file.fetches.flatMap(({ hops }) => hops),
  ...(seenValue(homeserver)?.versions ?? []),
];
