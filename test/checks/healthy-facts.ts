import type { Destination } from '../../src/facts/destination.js';
import type { DnsLookup, DnsOutcome, DnsRecord, DnsType, HostAddresses } from '../../src/facts/dns.js';
import type { Facts } from '../../src/facts/facts.js';
import type { Failure, FailureLayer, FailureReason } from '../../src/facts/failure.js';
import type { EndpointFacts, FederationFacts, SrvLook, SrvTarget } from '../../src/facts/federation.js';
import type { FileFetch, HeaderLine, HttpLook, WellKnownFile } from '../../src/facts/http.js';
import { failed, type Observation, seen, skipped } from '../../src/facts/observation.js';
import type { SurveyFacts } from '../../src/facts/survey.js';
import type { ChainTrust, TlsSession } from '../../src/facts/tls.js';
import { serverCertificate } from '../../src/lab/certificates.js';
import type { CertificateRecipe, HomeserverRecipe } from '../../src/lab/scenario.js';
import { newKeyRing, signingKeysAnswer } from '../../src/lab/signing-keys.js';
import { readInput } from '../../src/spec/server-name.js';

/**
 * Facts in which everything is right, by parts: example.com delegates to matrix.example.com:443, each with one IPv4 and one IPv6 address. A test
 * takes them and changes one thing. Addresses are of the documentation ranges, so `allowPrivate` is true.
 */
export const healthyFacts = (changes: Partial<Facts> = {}): Facts => ({
  factsVersion: 1,
  tool: { name: 'matrix-discovery', version: '0.0.0' },
  observedAt: OBSERVED_AT,
  durationMs: 100,
  input: readInput('example.com'),
  setting: SETTING,
  federation: seen(healthyFederation()),
  client: skipped('this test looks at servers only'),
  support: skipped('this test looks at servers only'),
  survey: seen(healthySurvey()),
  ...changes,
});

/** Healthy facts with changes in the federation part. */
export const federationFacts = (changes: Partial<FederationFacts>, others: Partial<Facts> = {}): Facts =>
  healthyFacts({ federation: seen(healthyFederation(changes)), ...others });

/** Healthy facts in which these fetches of the server file were seen in place of the healthy ones. */
export const serverFileFacts = (fetches: readonly FileFetch[], changes: Partial<FederationFacts> = {}): Facts =>
  federationFacts({ wellKnown: seen(serverFile(fetches)), ...changes });

/** Healthy facts in which both endpoints are changed, or the one with that index. */
export const endpointFacts = (change: (endpoint: EndpointFacts) => EndpointFacts, only?: number): Facts => {
  const endpoints = healthyEndpoints().map((endpoint, index) =>
    only === undefined || only === index ? change(endpoint) : endpoint,
  );
  return federationFacts({ endpoints });
};

/** Healthy facts in which the homeserver publishes its keys otherwise. */
export const keysFacts = (keys: HomeserverRecipe['keys'], only?: number): Facts =>
  endpointFacts((endpoint) => ({ ...endpoint, keys: keysLook(endpoint.destination, keys) }), only);

const OBSERVED_AT = new Date().toISOString();

export const SETTING: Facts['setting'] = {
  resolvers: ['192.0.2.53:53'],
  resolverControl: null,
  trustStore: { sources: [{ source: 'node', certificates: 1 }] },
  overrides: { resolve: [], connectTo: [] },
  timeoutMs: 15_000,
  timedOut: false,
  interrupted: false,
  allowPrivate: true,
  publicOnly: false,
  proxyVariables: [],
};

export const lookup = (
  name: string,
  type: DnsType,
  answer: readonly DnsRecord[] | DnsOutcome,
  changes: Partial<DnsLookup> = {},
): DnsLookup => {
  const outcome = typeof answer === 'string' ? answer : 'answered';
  return {
    name,
    type,
    outcome,
    rcode: outcome === 'nxdomain' || outcome === 'servfail' ? outcome.toUpperCase() : 'NOERROR',
    records: typeof answer === 'string' ? [] : answer,
    cnames: [],
    ttl: 300,
    authenticated: false,
    remarks: [],
    server: '192.0.2.53:53',
    transport: 'udp',
    ms: 1,
    ...changes,
  };
};

/** A host with these addresses, or with that outcome of both questions. */
export const host = (
  name: string,
  answer: readonly string[] | DnsOutcome,
  changes: Partial<DnsLookup> = {},
): HostAddresses => {
  const addresses = typeof answer === 'string' ? [] : answer;
  const question = (type: 'A' | 'AAAA'): DnsLookup => {
    const records = addresses
      .filter((address) => address.includes(':') === (type === 'AAAA'))
      .map((address) => ({ type, address, ttl: 300 }));
    return lookup(name, type, typeof answer === 'string' ? answer : records.length === 0 ? 'nodata' : records, changes);
  };
  return { host: name, source: 'dns', a: question('A'), aaaa: question('AAAA'), addresses };
};

export const failure = (layer: FailureLayer, reason: FailureReason): Failure => ({
  layer,
  reason,
  message: reason,
  code: null,
});

/** A TLS session that shows such a certificate. */
export const session = async (
  recipe: CertificateRecipe,
  trust: ChainTrust['verdict'] = 'trusted',
): Promise<TlsSession> => {
  const { chain } = await serverCertificate(recipe);
  return {
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    alpn: null,
    chain: chain
      .split(/-----[A-Z ]+-----/)
      .map((pem) => pem.replace(/\s/g, ''))
      .filter((pem) => pem !== ''),
    trust: { verdict: trust, openssl: null },
  };
};

const WEB_SESSION = await session({ names: ['example.com', 'www.example.com'] });
const HOMESERVER_SESSION = await session({ names: ['matrix.example.com'] });

export const destination = (changes: Partial<Destination> = {}): Destination => ({
  host: 'matrix.example.com',
  address: '203.0.113.10',
  port: 443,
  hostHeader: 'matrix.example.com:443',
  sni: 'matrix.example.com',
  certificateName: 'matrix.example.com',
  priority: null,
  weight: null,
  ...changes,
});

const webDestination = (address: string): Destination =>
  destination({
    host: 'example.com',
    address,
    hostHeader: 'example.com',
    sni: 'example.com',
    certificateName: 'example.com',
  });

export interface Answer {
  readonly status?: number;
  readonly headers?: readonly HeaderLine[];
  readonly json?: unknown;
  readonly text?: string;
  readonly connection?: Observation<TlsSession>;
  readonly response?: HttpLook['response'];
  readonly firstByteMs?: number;
}

/** One look that ended so: with a status and a body, or with a failure of the connection or of the response. */
export const look = (at: Destination, path: string, answer: Answer = {}): HttpLook => {
  const {
    status = 200,
    headers = [['Content-Type', 'application/json']],
    json = {},
    text = JSON.stringify(json),
  } = answer;
  const connection =
    answer.connection ?? seen(at.certificateName === 'matrix.example.com' ? HOMESERVER_SESSION : WEB_SESSION);
  const body = seen({ encoding: 'utf8' as const, content: text, bytes: Buffer.byteLength(text) });
  const response = connection.kind === 'seen' ? seen({ status, headers, body }) : skipped('there was no connection');
  return {
    method: 'GET',
    url: `https://${at.hostHeader}${path}`,
    destination: at,
    requestHeaders: [['Host', at.hostHeader]],
    connection,
    response: answer.response ?? response,
    timings: { dnsMs: 1, tcpMs: 1, tlsMs: 1, firstByteMs: answer.firstByteMs ?? 1, bodyMs: 1 },
  };
};

export const refused: Answer = { connection: failed(failure('tcp', 'connection-refused')) };
export const unroutable: Answer = { connection: failed(failure('tcp', 'network-unreachable')) };

const SERVER_FILE = '/.well-known/matrix/server';
const FILE_URL = `https://example.com${SERVER_FILE}`;

/** A fetch of the server file that ended so at that address. */
export const fetched = (answer: Answer = {}, address = '203.0.113.5', hops: readonly HttpLook[] = []): FileFetch => {
  const last = look(webDestination(address), SERVER_FILE, {
    json: { 'm.server': 'matrix.example.com:443' },
    ...answer,
  });
  const { connection, response } = last;
  const stopped = connection.kind === 'failed' ? connection : response.kind === 'failed' ? response : null;
  return {
    address,
    hops: [...hops, last],
    end: stopped === null ? { kind: 'answered' } : { kind: 'failed', url: last.url, failure: stopped.failure },
  };
};

export const serverFile = (fetches: readonly FileFetch[]): WellKnownFile => ({
  url: FILE_URL,
  host: host('example.com', ['203.0.113.5', '2001:db8::5']),
  fetches,
});

const keysLook = (at: Destination, keys?: HomeserverRecipe['keys']): HttpLook =>
  look(at, '/_matrix/key/v2/server', {
    json: signingKeysAnswer({ serverName: 'example.com', ...(keys === undefined ? {} : { keys }) }, KEY_RING),
  });

const KEY_RING = newKeyRing();

export const endpoint = (changes: Partial<Destination> = {}): EndpointFacts => {
  const at = destination(changes);
  return {
    destination: at,
    version: look(at, '/_matrix/federation/v1/version', { json: { server: { name: 'Synapse', version: '1.163.2' } } }),
    keys: keysLook(at),
    unknownPath: seen(
      look(at, '/_matrix/federation/v1/unknown', {
        status: 404,
        json: { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized' },
      }),
    ),
  };
};

/** An endpoint whose every question ended in the same way. */
export const endpointThat = (answer: Answer, changes: Partial<Destination> = {}): EndpointFacts => {
  const at = destination(changes);
  return {
    destination: at,
    version: look(at, '/_matrix/federation/v1/version', answer),
    keys: look(at, '/_matrix/key/v2/server', answer),
    unknownPath: skipped('the version question had no answer there'),
  };
};

const healthyEndpoints = (): readonly EndpointFacts[] => [endpoint(), endpoint({ address: '2001:db8::10' })];

const healthyFederation = (changes: Partial<FederationFacts> = {}): FederationFacts => {
  const endpoints = changes.endpoints ?? healthyEndpoints();
  return {
    walk: [],
    step: '3.2',
    delegatedName: { text: 'matrix.example.com:443', hostname: 'matrix.example.com', port: 443, kind: 'dns' },
    wellKnown: seen(serverFile([fetched(), fetched({}, '2001:db8::5')])),
    srv: [],
    hosts: [host('matrix.example.com', ['203.0.113.10', '2001:db8::10'])],
    destinations: endpoints.map((one) => one.destination),
    endpoints,
    ...changes,
  };
};

/** No well-known file, and SRV records of the server name: step 4. */
export const srvFacts = (targets: readonly Partial<SrvTarget>[], changes: Partial<FederationFacts> = {}): Facts =>
  federationFacts({
    step: '4',
    delegatedName: null,
    wellKnown: seen(
      serverFile([fetched({ status: 404, text: '' }), fetched({ status: 404, text: '' }, '2001:db8::5')]),
    ),
    srv: [srvLook('matrix-fed', targets)],
    hosts: [],
    ...changes,
  });

export const srvLook = (service: SrvLook['service'], targets: readonly Partial<SrvTarget>[] | DnsOutcome): SrvLook => {
  const owner = `_${service}._tcp.example.com`;
  if (typeof targets === 'string') return { service, owner, lookup: lookup(owner, 'SRV', targets), targets: [] };
  const whole = targets.map((target) => ({
    target: 'matrix.example.com',
    port: 8448,
    priority: 10,
    weight: 0,
    addresses: target.target === '.' ? null : host(target.target ?? 'matrix.example.com', ['203.0.113.10']),
    ...target,
  }));
  const records = whole.map(({ target, port, priority, weight }) => ({
    type: 'SRV' as const,
    target,
    port,
    priority,
    weight,
    ttl: 300,
  }));
  return { service, owner, lookup: lookup(owner, 'SRV', records), targets: whole };
};

export const healthySurvey = (changes: Partial<SurveyFacts> = {}): SurveyFacts => ({
  hiddenSrv: [],
  hiddenSrvEndpoints: [],
  pointlessServerFile: skipped('the server file is part of the walk'),
  delegatedServerFile: seen({ ...serverFile([fetched()]), url: `https://matrix.example.com${SERVER_FILE}` }),
  delegatedClientFile: skipped('this test looks at servers only'),
  clientFilesElsewhere: [],
  ...changes,
});
