import { certificateFaults } from '../../facts/certificate-state.js';
import type { Facts } from '../../facts/facts.js';
import type { Failure } from '../../facts/failure.js';
import type { EndpointFacts } from '../../facts/federation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { readKeysAnswer } from './keys-reading.js';
import { readVersionAnswer } from './version-reading.js';

/** What is in the way of judging an endpoint, as the end of "not tested: ..." with `{where}` for its place; null where nothing is. */
export type Barrier = (endpoint: EndpointFacts, facts: Facts) => string | null;

/** Port 0, which nobody can connect to. */
export const portBarrier: Barrier = ({ destination: { host, port } }) =>
  port === 0 ? `port 0 of ${host} does not exist` : null;

/** No TCP connection. */
export const connectionBarrier: Barrier = (endpoint, facts) => {
  const { connection } = endpoint.version;
  const words = portBarrier(endpoint, facts);
  if (words !== null) return words;
  return connection.kind === 'failed' && connection.failure.layer !== 'tls'
    ? `no connection to {where}: ${failureWords(connection.failure)}`
    : null;
};

/** No TLS session, or one that the server ended for want of a client certificate. */
export const sessionBarrier: Barrier = (endpoint, facts) => {
  const failure = handshakeFailure(endpoint);
  if (failure !== null) return `no TLS session with {where}: ${failureWords(failure)}`;
  return connectionBarrier(endpoint, facts);
};

/** A certificate for another name: what answers there need not be the homeserver at all. */
export const identityBarrier: Barrier = (endpoint, facts) =>
  sessionBarrier(endpoint, facts) ??
  (certificateFaults(endpoint.version, facts.observedAt).includes('name')
    ? `the certificate at {where} is not for ${endpoint.destination.certificateName}`
    : null);

/** No HTTP answer. */
export const answerBarrier: Barrier = (endpoint, facts) => {
  const words = identityBarrier(endpoint, facts);
  if (words !== null) return words;
  const reading = readVersionAnswer(endpoint, facts);
  return reading.kind === 'no-answer' ? `no answer from {where}: ${failureWords(reading.failure)}` : null;
};

/** An answer that is not that of a homeserver. */
export const versionBarrier: Barrier = (endpoint, facts) =>
  answerBarrier(endpoint, facts) ??
  (readVersionAnswer(endpoint, facts).kind === 'version' ? null : 'no answer of a homeserver from {where}');

/** No signing keys to look at. */
export const keysBarrier: Barrier = (endpoint, facts) =>
  versionBarrier(endpoint, facts) ??
  (readKeysAnswer(endpoint, facts)?.kind === 'read' ? null : 'no readable signing keys from {where}');

/** What the TLS handshake failed by; null where it succeeded or was not reached. In TLS 1.3 a client certificate is missed only after it. */
export const handshakeFailure = ({ version }: EndpointFacts): Failure | null => {
  const failure = lookFailureOf(version);
  return failure !== null && (failure.layer === 'tls' || failure.reason === 'client-certificate-required')
    ? failure
    : null;
};

const lookFailureOf = ({ connection, response }: EndpointFacts['version']): Failure | null => {
  if (connection.kind === 'failed') return connection.failure;
  return response.kind === 'failed' ? response.failure : null;
};
