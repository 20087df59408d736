import { SocketAddress } from 'node:net';
import type { NetOptions, Route } from '../net/live.js';
import type { TrustStore } from '../net/trust.js';
import { headerValues } from '../spec/header-lines.js';
import { hostAndPort } from '../spec/server-name.js';
import { labRoot, type ServerCertificate, serverCertificate } from './certificates.js';
import type { AskedQuestion } from './dns-reply.js';
import { startDnsServer } from './dns-server.js';
import type { LabServer, Scenario } from './scenario.js';
import { newKeyRing } from './signing-keys.js';
import { siteAnswer } from './site.js';
import type { CertificateShelf } from './tls-options.js';
import { type SeenRequest, startWebServer } from './web-server.js';

/** The small world of a scenario, running on loopback. */
export interface Lab {
  /** `127.0.0.1:port` */
  readonly resolver: string;
  /** From the addresses of the small world to where they are acted out. What no server of it names refuses connections. */
  readonly route: Route;
  /** Trusts nobody but the lab's own authority. */
  readonly trustStore: TrustStore;
  /** For `openNet`: this world, with the options of the scenario. */
  netOptions(): NetOptions;
  /** What was asked so far, in the order of arrival. */
  readonly requests: { readonly dns: readonly AskedQuestion[]; readonly http: readonly SeenRequest[] };
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Starts a resolver and the servers of a scenario, each on a free port of 127.0.0.1. Needs no privileges; labs do not disturb each other. */
export const startLab = async (scenario: Scenario): Promise<Lab> => {
  const requests = { dns: [] as AskedQuestion[], http: [] as SeenRequest[] };
  const shelf = await fillShelf(scenario);
  const ring = newKeyRing();
  const silent = new Map<string, Unreachable>();
  const ports = new Map<string, number>();
  const started: { close(): Promise<void> }[] = [];
  let closing: Promise<unknown> | undefined;
  const close = async () => {
    closing ??= Promise.all(started.map((server) => server.close()));
    await closing;
  };

  const startServer = async (at: string, server: LabServer): Promise<void> => {
    const { behaviour = 'https' } = server;
    if (isUnreachable(behaviour)) {
      silent.set(placeOf(at), behaviour);
      return;
    }
    const web = await startWebServer(at, server, behaviour, shelf, (request) => {
      requests.http.push(request);
      const origin = headerValues(request.headers, 'origin')[0] ?? null;
      return siteAnswer(server.sites, ring, { ...request, host: request.host ?? '', origin });
    });
    started.push(web);
    ports.set(placeOf(at), web.port);
  };
  const startDns = async (): Promise<string> => {
    const dns = await startDnsServer(scenario.zone, (question) => requests.dns.push(question));
    started.push(dns);
    return dns.resolver;
  };
  const places = Object.values(scenario.servers).flatMap((server) => server.at.map((at) => [at, server] as const));
  const [dns, ...rest] = await Promise.allSettled([
    startDns(),
    ...places.map(([at, server]) => startServer(at, server)),
  ]);
  const failure = rest.find((result) => result.status === 'rejected');
  if (dns.status === 'rejected' || failure !== undefined) {
    await close();
    throw dns.status === 'rejected' ? dns.reason : failure?.reason;
  }
  const resolver = dns.value;

  const route: Route = (address, port) => {
    const place = placeOf(hostAndPort(address, port));
    const listening = ports.get(place);
    if (listening !== undefined) return { kind: 'to', address: '127.0.0.1', port: listening };
    const behaviour = silent.get(place);
    if (behaviour === 'black-hole') return { kind: 'black-hole' };
    return { kind: 'error', code: behaviour === 'unroutable' ? 'ENETUNREACH' : 'ECONNREFUSED' };
  };
  const trustStore: TrustStore = {
    certificates: [shelf.root],
    facts: { sources: [{ source: 'lab', certificates: 1 }] },
  };
  const { options = {} } = scenario;
  const netOptions = (): NetOptions => ({
    resolvers: [resolver],
    route,
    trustStore,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    overrides: { resolve: options.resolve ?? [], connectTo: options.connectTo ?? [] },
    // What the environment says of proxies belongs to another world.
    env: {},
  });
  return { resolver, route, trustStore, netOptions, requests, close };
};

/** Makes the certificates that a server shows. */
const fillShelf = async ({ certificates: recipes, servers }: Scenario): Promise<CertificateShelf> => {
  const shown = Object.values(servers).flatMap(({ certificate = 'good' }) =>
    typeof certificate === 'string' ? [certificate] : Object.values(certificate),
  );
  const certificates = new Map<string, ServerCertificate>();
  const root = await labRoot();
  await Promise.all(
    [...new Set(shown)].map(async (name) => {
      const recipe = recipes[name];
      if (recipe !== undefined) certificates.set(name, await serverCertificate(recipe));
    }),
  );
  return { root, certificates };
};

type Unreachable = 'refuse' | 'unroutable' | 'black-hole';

const isUnreachable = (behaviour: NonNullable<LabServer['behaviour']>): behaviour is Unreachable =>
  behaviour === 'refuse' || behaviour === 'unroutable' || behaviour === 'black-hole';

/** One spelling for each address and port, since IPv6 addresses have many. */
const placeOf = (at: string): string => {
  const ipv6 = /^\[(.*)\]:(\d+)$/.exec(at);
  if (ipv6 === null) return at;
  const [, address = '', port = ''] = ipv6;
  return hostAndPort(new SocketAddress({ address, family: 'ipv6' }).address, Number(port));
};
