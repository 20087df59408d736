import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from '../../src/net/connection.js';
import type { Connections } from '../../src/net/connections.js';
import type { Deadline } from '../../src/net/deadline.js';
import { askOverHttps } from '../../src/net/request.js';
import { question } from './scripted-server.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A connection that dies without a word `afterMs` after it was asked; handshakes took 10 ms. */
const dyingConnection = (afterMs: number): Connection => {
  const dispatch = (_options: unknown, handler: { onResponseError(controller: null, error: Error): void }) => {
    vi.advanceTimersByTime(afterMs);
    handler.onResponseError(null, Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }));
    return true;
  };
  const session = { protocol: 'TLSv1.3' };
  return {
    kind: 'open',
    session,
    tcpMs: 4,
    tlsMs: 6,
    socket: { bytesRead: 0 },
    error: null,
    client: { dispatch },
    destroy: () => undefined,
  } as unknown as Connection;
};

/** A request on a kept connection that dies, and how long each attempt at it could have taken. */
const requestOn = async (diesAfterMs: number, { over = false } = {}) => {
  const times: number[] = [];
  const deadline = {
    over,
    timeoutMs: 5_000,
    after: (ms: number) => {
      times.push(ms);
      return () => undefined;
    },
  } as unknown as Deadline;
  const connections: Connections = {
    lease: async (_endpoint, { fresh = false } = {}) => ({
      kind: 'leased',
      connection: dyingConnection(diesAfterMs),
      fresh,
    }),
    release: () => undefined,
    destroyAll: () => undefined,
  };
  const limits = { totalMs: 1_000, firstByteMs: Number.POSITIVE_INFINITY, bodyMs: Number.POSITIVE_INFINITY };
  const { response } = await askOverHttps(question(443), { connections, deadline, ...limits });
  return { response, times: times.filter(Number.isFinite) };
};

it('both attempts of a request share its time, and a new handshake is part of it', async () => {
  const { response, times } = await requestOn(300);
  expect(times).toEqual([1_000, 690]);
  expect(response).toMatchObject({ kind: 'failed', failure: { reason: 'closed' } });
});

it('there is no second attempt where the first took all of it', async () => {
  expect((await requestOn(1_000)).times).toEqual([1_000]);
});

it('a connection that dies when the run is over died of that, and is not replaced', async () => {
  const { response, times } = await requestOn(300, { over: true });
  expect(response).toMatchObject({
    kind: 'failed',
    failure: { reason: 'timeout', message: expect.stringContaining("the whole run's time (5 s)") },
  });
  expect(times).toEqual([1_000]);
});
