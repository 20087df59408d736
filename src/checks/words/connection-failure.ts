import type { Failure } from '../../facts/failure.js';
import type { EndpointFacts } from '../../facts/federation.js';

/** Why there is no TCP connection to an endpoint; null where there is one, whatever became of it. */
export const connectionFailure = ({ version: { connection } }: EndpointFacts): Failure | null =>
  connection.kind === 'failed' && connection.failure.layer !== 'tls' ? connection.failure : null;
