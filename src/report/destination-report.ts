import { isBlameless } from '../checks/readings/blameless.js';
import { readKeysAnswer } from '../checks/readings/keys-reading.js';
import { readVersionAnswer } from '../checks/readings/version-reading.js';
import { serverNameOf } from '../checks/words/server-name-of.js';
import { answeredObject } from '../facts/answered-object.js';
import { type CertificateFault, certificateFaults } from '../facts/certificate-state.js';
import type { Facts } from '../facts/facts.js';
import type { Failure } from '../facts/failure.js';
import type { EndpointFacts } from '../facts/federation.js';
import type { HttpLook } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import type { ChainTrust } from '../facts/tls.js';
import { failureWords } from '../facts/words/failure-words.js';
import { readCertificate } from '../spec/certificate.js';
import { isJsonObject } from '../spec/json.js';
import type { DestinationReport, Outcome, TlsReport } from './report.js';

/** One destination: whether another server would take what answers there for this homeserver, and what was seen. Other faults of it are findings. */
export const destinationReport = (endpoint: EndpointFacts, facts: Facts): DestinationReport => {
  const { destination, version } = endpoint;
  const { outcome, because } = destinationOutcome(endpoint, facts);
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

interface Judged {
  readonly outcome: Outcome;
  /** A few words; null where the destination works. */
  readonly because: string | null;
}

const destinationOutcome = (endpoint: EndpointFacts, facts: Facts): Judged => {
  const { connection } = endpoint.version;
  if (connection.kind === 'skipped') return { outcome: 'unknown', because: connection.because };
  if (connection.kind === 'failed') return judge(connection.failure, facts);
  const faults = certificateFaults(endpoint.version, facts.observedAt);
  if (faults.length > 0) {
    const { verdict } = connection.value.trust;
    return fail(faults.map((fault) => (fault === 'trust' ? TRUST_WORDS[verdict] : FAULT_WORDS[fault])).join(', '));
  }
  return (
    [endpoint.version, endpoint.keys].map((look) => unanswered(look, facts)).find(isJudged) ??
    keysOutcome(endpoint, facts)
  );
};

/** What is wrong with an answer as such; null where there is a whole one. */
const unanswered = ({ connection, response }: HttpLook, facts: Facts): Judged | null => {
  if (connection.kind === 'failed') return judge(connection.failure, facts);
  if (response.kind === 'failed') return judge(response.failure, facts);
  if (response.kind === 'skipped') return { outcome: 'unknown', because: response.because };
  const { status, body } = response.value;
  if (status !== 200) return fail(`status ${status}`);
  return body.kind === 'failed' ? judge(body.failure, facts) : null;
};

/** A homeserver is known by its keys: without them, or with those of another one, nothing that it says counts. */
const keysOutcome = (endpoint: EndpointFacts, facts: Facts): Judged => {
  if (readVersionAnswer(endpoint, facts).kind !== 'version') return fail('no answer of a homeserver');
  const reading = readKeysAnswer(endpoint, facts);
  if (reading?.kind !== 'read') return fail('no readable keys');
  if (reading.serverName !== null && reading.serverName !== serverNameOf(facts))
    return fail(`keys of ${reading.serverName}`);
  return reading.verifyKeys.some(({ signature }) => signature === 'valid')
    ? { outcome: 'pass', because: null }
    : fail('keys not signed');
};

/** This machine's own lack of a route, or of time, says nothing about a destination. */
const judge = (failure: Failure, facts: Facts): Judged =>
  isBlameless(failure, facts) ? { outcome: 'unknown', because: failureWords(failure) } : fail(failureWords(failure));

const fail = (because: string): Judged => ({ outcome: 'fail', because });
const isJudged = (judged: Judged | null): judged is Judged => judged !== null;

const FAULT_WORDS = {
  name: 'certificate for another name',
  expired: 'certificate expired',
  'not-yet-valid': 'certificate not valid yet',
  unreadable: 'certificate unreadable',
} as const satisfies Record<Exclude<CertificateFault, 'trust'>, string>;

const TRUST_WORDS = {
  trusted: 'certificate not trusted',
  'self-signed': 'certificate self-signed',
  'self-signed-root': 'root certificate unknown',
  incomplete: 'intermediate certificate missing',
  invalid: 'certificate not trusted',
} as const satisfies Record<ChainTrust['verdict'], string>;

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
  const server = answeredObject(look)?.server;
  if (!isJsonObject(server)) return null;
  return {
    name: typeof server.name === 'string' ? server.name : null,
    version: typeof server.version === 'string' ? server.version : null,
  };
};

const sum = (left: number | null, right: number | null): number | null =>
  left === null ? null : Math.round((left + (right ?? 0)) * 10) / 10;
