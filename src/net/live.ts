import type { Overrides } from '../facts/facts.js';
import { type ConnectionContext, openConnection } from './connection.js';
import { createConnections } from './connections.js';
import { startDeadline } from './deadline.js';
import { dnsServers } from './dns-servers.js';
import { createLookup } from './lookup.js';
import { createMemo } from './memo.js';
import type { HttpQuestion, Net, NetSetting } from './net.js';
import { createOpenSockets } from './open-sockets.js';
import { connectToOverride } from './overrides.js';
import { proxyVariables } from './proxy-variables.js';
import { askOverHttps } from './request.js';
import { direct, type Route } from './route.js';
import { loadTrustStore, type TrustStore } from './trust.js';

export type { Route, RoutedTo } from './route.js';

export interface NetOptions {
  /** `192.0.2.53`, `192.0.2.53:53`, `2001:db8::53` or `[2001:db8::53]:53`; default, also for none: the system's, by `dns.getServers()`. */
  readonly resolvers?: readonly string[];
  /** For the whole life of this port, in ms from its opening: more than 0, at most 2^31 - 1; default 15,000. */
  readonly timeoutMs?: number;
  /** Default: `loadTrustStore({ env })`. */
  readonly trustStore?: TrustStore;
  readonly overrides?: Overrides;
  readonly route?: Route;
  /**
   * Connects to nothing that is not globally reachable: every such look fails with the reason `not-public`. For services that look at names which
   * strangers give. Holds for `overrides` as well, and before `route`; not for the resolvers, which are your own. Default false.
   */
  readonly publicOnly?: boolean;
  /** Default `process.env`; read for proxy variables, and for the trust store where none is given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/** Parts of the run's time: one dead server must not eat what is needed to look elsewhere. */
const SHARES = { question: 0.33, request: 0.4, tcp: 0.2, tls: 0.2, firstByte: 0.33, body: 0.2 } as const;

/**
 * Opens the port to the real network. Close it: its sockets and timers live until then, or until its deadline. Throws a TypeError or a
 * RangeError for a resolver or a time that cannot be used.
 */
export const openNet = (options: NetOptions = {}): Net => {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, overrides = { resolve: [], connectTo: [] }, env = process.env } = options;
  const trustStore = options.trustStore ?? loadTrustStore({ env });
  const servers = dnsServers(options.resolvers);
  const { route = direct, publicOnly = false } = options;
  const deadline = startDeadline(timeoutMs);
  const sockets = createOpenSockets();
  const setting: NetSetting = {
    resolvers: servers.map(({ text }) => text),
    trustStore: trustStore.facts,
    overrides,
    timeoutMs,
    proxyVariables: proxyVariables(env),
    publicOnly,
  };

  const lookup = createLookup({
    deadline,
    sockets,
    servers,
    resolve: overrides.resolve,
    limitMs: timeoutMs * SHARES.question,
  });
  const lookups = createMemo<Awaited<ReturnType<typeof lookup>>>();
  const connectionContext: ConnectionContext = {
    deadline,
    sockets,
    route,
    publicOnly,
    trustStore,
    tcpLimitMs: timeoutMs * SHARES.tcp,
    tlsLimitMs: timeoutMs * SHARES.tls,
  };
  const connections = createConnections(
    (endpoint, onConnection) => openConnection(endpoint, connectionContext, onConnection),
    deadline,
  );
  deadline.after(Number.POSITIVE_INFINITY, () => connections.destroyAll());
  const looks = createMemo<Awaited<ReturnType<typeof askOverHttps>>>();
  const request = (question: HttpQuestion) =>
    askOverHttps(question, {
      connections,
      deadline,
      totalMs: timeoutMs * SHARES.request,
      firstByteMs: timeoutMs * SHARES.firstByte,
      bodyMs: timeoutMs * SHARES.body,
    });

  return {
    setting,
    get timedOut() {
      return deadline.passed;
    },
    async lookup(name, type) {
      const bare = name === '.' ? name : name.replace(/\.$/, '');
      const answer = await lookups(JSON.stringify([bare.toLowerCase(), type]), () => lookup(bare, type));
      return { ...answer, name: bare };
    },
    async request(question) {
      const { url, destination, dnsMs = null } = question;
      const look = await looks(wireKey(question), () => request(question));
      return { ...look, url, destination, timings: { ...look.timings, dnsMs } };
    },
    connectTo: (host, port) => connectToOverride(overrides.connectTo, host, port),
    async close() {
      deadline.close();
      connections.destroyAll();
      await sockets.closeAll();
    },
  };
};

/** Questions are equal when the same bytes go to the same place. */
const wireKey = ({ method, path, destination, headers = [], maxBytes, onlyTls12 = false }: HttpQuestion): string => {
  const { address, port, sni, hostHeader } = destination;
  return JSON.stringify([method, path, address, port, sni, hostHeader, headers, maxBytes, onlyTls12]);
};
