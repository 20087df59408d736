import { expect, it } from 'vitest';
import { seenValue } from '../../src/facts/observation.js';
import type { TlsSession } from '../../src/facts/tls.js';
import { closing, openTestNet } from './closing.js';
import { labTrust, ok, question, startHttps, startTcp } from './scripted-server.js';

/** What a watcher hears: "tcp" or the protocol of the session. */
const watcher = () => {
  const heard: string[] = [];
  const onConnection = (session: TlsSession | null): void => void heard.push(session?.protocol ?? 'tcp');
  return { heard, onConnection };
};

it('hears of TCP before TLS, and of both before the answer', async () => {
  const { heard, onConnection } = watcher();
  const atRequest: string[][] = [];
  const server = closing(
    await startHttps((request) => {
      atRequest.push([...heard]);
      ok('{}')(request);
    }),
  );
  const sessions: (TlsSession | null)[] = [];
  const net = openTestNet({ trustStore: await labTrust() });
  const look = await net.request(
    question(server.port, {
      onConnection: (session) => {
        sessions.push(session);
        onConnection(session);
      },
    }),
  );
  expect(atRequest).toEqual([['tcp', 'TLSv1.3']]);
  expect(sessions).toEqual([null, seenValue(look.connection)]);
});

it('hears at once of a connection that is used again, and nothing where the question was put before', async () => {
  const server = closing(await startHttps(ok('{}')));
  const net = openTestNet();
  await net.request(question(server.port));
  const again = watcher();
  await net.request(question(server.port, { onConnection: again.onConnection }));
  expect(again.heard).toEqual([]);
  const other = watcher();
  await net.request(question(server.port, { path: '/other', onConnection: other.onConnection }));
  expect(other.heard).toEqual(['tcp', 'TLSv1.3']);
  expect(server.connections).toBe(1);
});

it('hears of TCP alone where the other side never begins with TLS, and of nothing after the port was closed', async () => {
  const server = closing(await startTcp((socket) => void socket.resume()));
  const { heard, onConnection } = watcher();
  const net = openTestNet();
  const looking = net.request(question(server.port, { onConnection }));
  await expect.poll(() => heard).toEqual(['tcp']);
  await net.close();
  expect((await looking).connection).toMatchObject({ kind: 'failed', failure: { layer: 'tls' } });
  expect(heard).toEqual(['tcp']);
});

it('hears nothing where no connection can be opened', async () => {
  const { heard, onConnection } = watcher();
  const net = openTestNet({ route: () => ({ kind: 'error', code: 'ECONNREFUSED' }) });
  const look = await net.request(question(443, { onConnection }));
  expect(look.connection).toMatchObject({ kind: 'failed', failure: { layer: 'tcp' } });
  expect(heard).toEqual([]);
});

it('is told by whoever opens a connection that others wait for', async () => {
  const server = closing(await startHttps(ok('{}')));
  const net = openTestNet();
  const [first, second] = [watcher(), watcher()];
  await Promise.all([
    net.request(question(server.port, { path: '/1', onConnection: first.onConnection })),
    net.request(question(server.port, { path: '/2', onConnection: second.onConnection })),
  ]);
  expect(first.heard).toEqual(['tcp', 'TLSv1.3']);
  expect(second.heard).toEqual(['tcp', 'TLSv1.3']);
  expect(server.connections).toBe(1);
});
