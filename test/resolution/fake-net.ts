import { X509Certificate } from 'node:crypto';
import type { DnsLookup, DnsOutcome, DnsRecord, DnsType } from '../../src/facts/dns.js';
import type { FailureLayer, FailureReason } from '../../src/facts/failure.js';
import type { HttpLook } from '../../src/facts/http.js';
import { failed, seen, skipped } from '../../src/facts/observation.js';
import type { ChainTrust } from '../../src/facts/tls.js';
import { serverCertificate } from '../../src/lab/certificates.js';
import type { CertificateRecipe } from '../../src/lab/scenario.js';
import type { HttpQuestion, Net } from '../../src/net/net.js';

/** A world in memory, for the walks alone: no sockets, but real certificates. */
export interface World {
  /** "example.com A" -> addresses, "_matrix._tcp.example.com SRV" -> "priority weight port target", or how the question ends. Default: nxdomain. */
  readonly dns?: Readonly<Record<string, readonly string[] | Exclude<DnsOutcome, 'answered'>>>;
  /** "203.0.113.5:443", "[2001:db8::5]:443" -> what is there. Default: connection refused. */
  readonly web?: Readonly<Record<string, Place>>;
  readonly connectTo?: Readonly<Record<string, { readonly address: string; readonly port: number }>>;
  readonly resolve?: Readonly<Record<string, readonly string[]>>;
  readonly timeoutMs?: number;
}

export interface Place {
  readonly certificate?: CertificateRecipe;
  readonly trust?: ChainTrust['verdict'];
  readonly failure?: readonly [layer: FailureLayer, reason: FailureReason];
  /** By Host header, then path. Default: 404. */
  readonly sites?: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly bodyFailure?: FailureReason;
  readonly failure?: readonly [layer: FailureLayer, reason: FailureReason];
  /** The answer never comes. */
  readonly never?: true;
}

export interface FakeNet extends Net {
  /** "A example.com", "GET 203.0.113.5:443 example.com/.well-known/matrix/server", each once, in order. */
  readonly asked: readonly string[];
  readonly questions: readonly HttpQuestion[];
}

export const fakeNet = (world: World): FakeNet => {
  const asked: string[] = [];
  const questions: HttpQuestion[] = [];
  const note = (question: string): void => {
    if (!asked.includes(question)) asked.push(question);
  };
  return {
    asked,
    questions,
    lookup: async (name, type) => {
      note(`${type} ${name}`);
      const override = world.resolve?.[name];
      if (override !== undefined && type !== 'SRV') return overridden(name, type, override);
      return answer(name, type, world.dns?.[`${name} ${type}`] ?? 'nxdomain');
    },
    request: async (question) => {
      const { address, port, hostHeader } = question.destination;
      const at = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
      note(`${question.method} ${at} ${hostHeader}${question.path}`);
      questions.push(question);
      return look(question, world.web?.[at] ?? { failure: ['tcp', 'connection-refused'] });
    },
    connectTo: (host, port) => world.connectTo?.[`${host}:${port}`],
    setting: {
      resolvers: ['192.0.2.53:53'],
      trustStore: { sources: [{ source: 'node', certificates: 1 }] },
      overrides: { resolve: [], connectTo: [] },
      timeoutMs: world.timeoutMs ?? 15_000,
      proxyVariables: [],
      publicOnly: false,
    },
    timedOut: false,
    close: async () => undefined,
  };
};

const RCODES: Partial<Record<DnsOutcome, string>> = {
  answered: 'NOERROR',
  nodata: 'NOERROR',
  nxdomain: 'NXDOMAIN',
  servfail: 'SERVFAIL',
  refused: 'REFUSED',
};

const answer = (name: string, type: DnsType, given: readonly string[] | Exclude<DnsOutcome, 'answered'>): DnsLookup => {
  const outcome = typeof given === 'string' ? given : 'answered';
  const records = typeof given === 'string' ? [] : given.map((text) => record(type, text));
  return {
    name,
    type,
    outcome,
    rcode: RCODES[outcome] ?? null,
    records,
    cnames: [],
    ttl: records.length > 0 ? 300 : null,
    authenticated: false,
    remarks: [],
    server: RCODES[outcome] === undefined ? null : '192.0.2.53:53',
    transport: RCODES[outcome] === undefined ? null : 'udp',
    ms: 1,
  };
};

const overridden = (name: string, type: DnsType, addresses: readonly string[]): DnsLookup => {
  const ofFamily = addresses.filter((address) => address.includes(':') === (type === 'AAAA'));
  return { ...answer(name, type, ofFamily.length > 0 ? ofFamily : 'nodata'), server: null, transport: 'override' };
};

const record = (type: DnsType, text: string): DnsRecord => {
  if (type === 'NS') return { type, target: text, ttl: 300 };
  if (type !== 'SRV') return { type, address: text, ttl: 300 };
  const [priority = '', weight = '', port = '', target = ''] = text.split(' ');
  return { type, priority: Number(priority), weight: Number(weight), port: Number(port), target, ttl: 300 };
};

const look = async (question: HttpQuestion, place: Place): Promise<HttpLook> => {
  const { method, url, destination, dnsMs = null } = question;
  const site = place.sites?.[destination.hostHeader];
  const given = site?.[question.path] ?? { status: 404, body: 'nothing here' };
  if (given.never) return new Promise(() => undefined);
  const asked = {
    method,
    url,
    destination,
    requestHeaders: [['host', destination.hostHeader] as const, ...(question.headers ?? [])],
    timings: { dnsMs, tcpMs: 1, tlsMs: 1, firstByteMs: 1, bodyMs: 1 },
  };
  if (place.failure !== undefined) {
    return { ...asked, connection: fault(place.failure), response: skipped('there was no connection') };
  }
  const connection = seen({
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    alpn: null,
    chain: [await der(place.certificate ?? { names: [destination.certificateName] })],
    trust: { verdict: place.trust ?? 'trusted', openssl: null },
  });
  if (given.failure !== undefined) return { ...asked, connection, response: fault(given.failure) };
  const content = given.body ?? '';
  return {
    ...asked,
    connection,
    response: seen({
      status: given.status ?? 200,
      headers: given.headers ?? [],
      body:
        given.bodyFailure === undefined
          ? seen({ encoding: 'utf8', content, bytes: Buffer.byteLength(content) })
          : fault(['body', given.bodyFailure]),
    }),
  };
};

const fault = ([layer, reason]: readonly [FailureLayer, FailureReason]) =>
  failed({ layer, reason, message: `fake ${reason}`, code: null });

const der = async (recipe: CertificateRecipe): Promise<string> =>
  new X509Certificate((await serverCertificate(recipe)).chain).raw.toString('base64');
