import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import type { HttpLook } from '../../facts/http.js';
import type { Check } from '../check.js';
import { sessionBarrier } from '../readings/barriers.js';
import type { Verdict } from '../verdict.js';
import { whereEndpoints } from './where-endpoints.js';

/** Judges the certificates that the homeserver shows at its addresses. */
export const endpointCertificates = (
  judge: (looks: readonly HttpLook[], facts: Facts, federation: FederationFacts) => readonly Verdict[],
): Check['evaluate'] =>
  whereEndpoints(sessionBarrier, (endpoints, federation, facts) =>
    judge(
      endpoints.map(({ version }) => version),
      facts,
      federation,
    ),
  );
