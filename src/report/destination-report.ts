import { failureWords } from '../checks/words/failure-words.js';
import { type CertificateFault, certificateFaults } from '../facts/certificate-state.js';
import type { EndpointFacts } from '../facts/federation.js';
import type { HttpLook } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import { readCertificate } from '../spec/certificate.js';
import { isJsonObject } from '../spec/json.js';
import { bodyObject } from './look-body.js';
import type { DestinationReport, Outcome, TlsReport } from './report.js';

/** One destination: whether a homeserver would get an answer there, and what was seen. Other faults of it are findings. */
export const destinationReport = (endpoint: EndpointFacts, observedAt: string): DestinationReport => {
  const { destination, version } = endpoint;
  const { outcome, because } = destinationOutcome(endpoint, observedAt);
  const { dnsMs, tcpMs, tlsMs, firstByteMs, bodyMs } = version.timings;
  return {
    address: destination.address,
    port: destination.port,
    host: destination.host,
    hostHeader: destination.hostHeader,
    sni: destination.sni,
    certificateName: destination.certificateName,
    priority: destination.priority,
    weight: destination.weight,
    outcome,
    because,
    tls: tlsReport(version),
    server: serverSoftware(version),
    timings: { dnsMs, tcpMs, tlsMs, httpMs: sum(firstByteMs, bodyMs) },
  };
};

/** `because`: a few words, null where the destination works. This machine's own lack of a route says nothing about it. */
const destinationOutcome = (
  { version }: EndpointFacts,
  observedAt: string,
): { readonly outcome: Outcome; readonly because: string | null } => {
  const { connection, response } = version;
  if (connection.kind === 'skipped') return { outcome: 'unknown', because: connection.because };
  if (connection.kind === 'failed') {
    const blind = connection.failure.reason === 'network-unreachable' || connection.failure.reason === 'internal';
    return { outcome: blind ? 'unknown' : 'fail', because: failureWords(connection.failure) };
  }
  const faults = certificateFaults(version, observedAt);
  if (faults.length > 0) return { outcome: 'fail', because: faults.map((fault) => FAULT_WORDS[fault]).join(', ') };
  if (response.kind === 'failed') return { outcome: 'fail', because: failureWords(response.failure) };
  if (response.kind === 'skipped') return { outcome: 'unknown', because: response.because };
  const { status, body } = response.value;
  if (status !== 200) return { outcome: 'fail', because: `status ${status}` };
  return body.kind === 'failed'
    ? { outcome: 'fail', because: failureWords(body.failure) }
    : { outcome: 'pass', because: null };
};

const FAULT_WORDS = {
  name: 'certificate for another name',
  trust: 'certificate not trusted',
  expired: 'certificate expired',
  'not-yet-valid': 'certificate not valid yet',
  unreadable: 'certificate unreadable',
} as const satisfies Record<CertificateFault, string>;

const tlsReport = (look: HttpLook): TlsReport | null => {
  const session = seenValue(look.connection);
  const certificate = session?.chain[0] === undefined ? null : readCertificate(session.chain[0]);
  if (session === undefined || certificate === null) return null;
  return {
    protocol: session.protocol,
    cipher: session.cipher,
    certificate: {
      subject: certificate.subject,
      issuer: certificate.issuer,
      names: [...certificate.dnsNames, ...certificate.ipAddresses],
      validFrom: certificate.validFrom,
      validTo: certificate.validTo,
      fingerprint256: certificate.fingerprint256,
      trusted: session.trust.verdict === 'trusted',
    },
  };
};

/** `{ "server": { "name", "version" } }` of the version answer. */
const serverSoftware = (look: HttpLook): DestinationReport['server'] => {
  const server = bodyObject(look)?.server;
  if (!isJsonObject(server)) return null;
  return {
    name: typeof server.name === 'string' ? server.name : null,
    version: typeof server.version === 'string' ? server.version : null,
  };
};

const sum = (left: number | null, right: number | null): number | null =>
  left === null ? null : Math.round((left + (right ?? 0)) * 10) / 10;
