import type { HeaderLine, HttpLook } from '../facts/http.js';
import { failed, seen, skipped } from '../facts/observation.js';
import { TOOL, VERSION } from '../version.js';
import type { Connections, Lease, Wish } from './connections.js';
import type { Deadline } from './deadline.js';
import { type Exchange, exchange } from './exchange.js';
import type { HttpQuestion } from './net.js';
import { startStopwatch } from './stopwatch.js';

export interface RequestContext {
  readonly connections: Connections;
  readonly deadline: Deadline;
  /** For one request, from connecting to the last byte. */
  readonly totalMs: number;
  readonly firstByteMs: number;
  readonly bodyMs: number;
}

interface Attempt {
  readonly lease: Lease;
  readonly result: Exchange | null;
  /** From the request on: standing in line is not counted. */
  readonly exchangeMs: number;
}

/** Makes one HTTPS request. A kept connection that turns out closed before any byte of the answer is replaced by a new one, once. */
export const askOverHttps = async (question: HttpQuestion, context: RequestContext): Promise<HttpLook> => {
  const { destination, method, path, maxBytes, onlyTls12 = false, onConnection } = question;
  const { connections, deadline } = context;
  const headers = headersOf(question);
  const endpoint = { address: destination.address, port: destination.port, sni: destination.sni, onlyTls12 };

  const attempt = async (wish: Wish, totalMs: number): Promise<Attempt> => {
    const lease = await connections.lease(endpoint, wish);
    if (lease.kind === 'failed') return { lease, result: null, exchangeMs: 0 };
    const { connection, fresh } = lease;
    const elapsed = startStopwatch();
    const spent = fresh ? connection.tcpMs + connection.tlsMs : 0;
    const limits = {
      firstByteMs: context.firstByteMs,
      bodyMs: context.bodyMs,
      totalMs: Math.max(0, totalMs - spent),
    };
    const result = await exchange(connection, { method, path, headers, maxBytes }, limits, deadline);
    connections.release(endpoint, connection);
    return { lease, result, exchangeMs: elapsed() };
  };

  let { lease, result, exchangeMs } = await attempt({ onConnection }, context.totalMs);
  if (lease.kind === 'leased' && !lease.fresh && result?.unheard === true && exchangeMs < context.totalMs) {
    ({ lease, result } = await attempt({ fresh: true }, context.totalMs - exchangeMs));
  }
  const dnsMs = question.dnsMs ?? null;
  const asked = { method, url: question.url, destination, requestHeaders: headers };
  if (lease.kind === 'failed' || result === null) {
    return {
      ...asked,
      connection: lease.kind === 'failed' ? failed(lease.failure) : seen(lease.connection.session),
      response: skipped('there was no connection'),
      timings: {
        dnsMs,
        tcpMs: lease.kind === 'failed' ? lease.tcpMs : null,
        tlsMs: null,
        firstByteMs: null,
        bodyMs: null,
      },
    };
  }
  const { connection, fresh } = lease;
  return {
    ...asked,
    connection: seen(connection.session),
    response: result.response,
    timings: {
      dnsMs,
      tcpMs: fresh ? connection.tcpMs : 0,
      tlsMs: fresh ? connection.tlsMs : 0,
      firstByteMs: result.firstByteMs,
      bodyMs: result.bodyMs,
    },
  };
};

/** In the order in which they are sent; undici writes the second line by itself. */
const headersOf = (question: HttpQuestion): readonly HeaderLine[] => {
  const own: HeaderLine[] = [
    ['host', question.destination.hostHeader],
    ['connection', 'keep-alive'],
    ['user-agent', `${TOOL}/${VERSION}`],
    ['accept', 'application/json'],
    ['accept-encoding', 'identity'],
  ];
  const given = question.headers ?? [];
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  return [...own.filter(([name]) => !names.has(name)), ...given];
};
