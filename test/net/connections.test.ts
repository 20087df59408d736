import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Connection, Endpoint, NoConnection } from '../../src/net/connection.js';
import { createConnections } from '../../src/net/connections.js';
import { startDeadline } from '../../src/net/deadline.js';
import { AMPLE_MS, closing } from './closing.js';

const ENDPOINT: Endpoint = { address: '203.0.113.10', port: 443, sni: 'example.com' };

const REFUSED: NoConnection = {
  kind: 'failed',
  failure: { layer: 'tcp', reason: 'connection-refused', message: 'connection refused', code: null },
  tcpMs: null,
};

/** So many requests at once, where handshakes take so long, as they are told; in truth nothing does. From `opening` connections on they fail. */
const requestAtOnce = async (
  requests: number,
  { tcpMs, tlsMs }: { tcpMs: number; tlsMs: number },
  { opening = Number.POSITIVE_INFINITY } = {},
) => {
  const deadline = startDeadline(AMPLE_MS);
  closing({ close: async () => deadline.close() });
  const opened: Connection[] = [];
  let attempts = 0;
  const connections = createConnections(async () => {
    attempts += 1;
    if (opened.length === opening) return REFUSED;
    const connection = { kind: 'open', tcpMs, tlsMs, usable: true } as Connection;
    opened.push(connection);
    return connection;
  }, deadline);
  const failed: number[] = [];
  const served: { readonly request: number; readonly connection: Connection }[] = [];
  for (let request = 0; request < requests; request += 1) {
    void connections.lease(ENDPOINT).then((lease) => {
      if (lease.kind === 'leased') served.push({ request, connection: lease.connection });
      else failed.push(request);
    });
  }
  await turn();
  const release = (connection: Connection) => connections.release(ENDPOINT, connection);
  return { opened, attempts: () => attempts, served, failed, release };
};

it('a short line waits for the connection that is there', async () => {
  const { opened, served } = await requestAtOnce(3, { tcpMs: 1_000, tlsMs: 1_000 });
  expect(opened).toHaveLength(1);
  expect(served.map(({ request }) => request)).toEqual([0]);
});

it('a line that takes longer than a handshake gets more connections, as few as make it short', async () => {
  const { opened, served } = await requestAtOnce(7, { tcpMs: 1_000, tlsMs: 1_000 });
  expect(opened).toHaveLength(3);
  expect(served.map(({ request }) => request)).toEqual([0, 3, 6]);
});

it('where round trips are quick beside handshakes, a long line waits as well', async () => {
  expect((await requestAtOnce(7, { tcpMs: 50, tlsMs: 5_000 })).opened).toHaveLength(1);
});

it('there are never more than six', async () => {
  expect((await requestAtOnce(60, { tcpMs: 1_000, tlsMs: 1_000 })).opened).toHaveLength(6);
});

it('a connection that is given back goes to the first in line', async () => {
  const { served, release } = await requestAtOnce(3, { tcpMs: 1_000, tlsMs: 1_000 });
  for (const next of [1, 2]) {
    const last = served.at(-1);
    if (last !== undefined) release(last.connection);
    await turn();
    expect(served.map(({ request }) => request)).toEqual([0, 1, 2].slice(0, next + 1));
  }
});

it('where one more cannot be made, those in line wait for the ones that are there', async () => {
  const { attempts, served, failed, release } = await requestAtOnce(7, { tcpMs: 1_000, tlsMs: 1_000 }, { opening: 1 });
  expect(served.map(({ request }) => request)).toEqual([0]);
  for (let next = 1; next < 7; next += 1) {
    const last = served.at(-1);
    if (last !== undefined) release(last.connection);
    await turn();
    expect(served).toHaveLength(next + 1);
  }
  expect(failed).toEqual([]);
  expect(attempts()).toBe(3);
});

it('one that cannot be made is tried once for all who wait', async () => {
  const deadline = startDeadline(AMPLE_MS);
  closing({ close: async () => deadline.close() });
  let attempts = 0;
  const connections = createConnections(async () => {
    attempts += 1;
    return REFUSED;
  }, deadline);
  const leases = await Promise.all(Array.from({ length: 7 }, () => connections.lease(ENDPOINT)));
  expect(leases).toEqual(leases.map(() => REFUSED));
  expect(attempts).toBe(1);
});
