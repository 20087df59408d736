import { describe, expect, it } from 'vitest';
import { openNet } from '../../src/net/live.js';
import type { Net } from '../../src/net/net.js';
import { runInOwnProcess } from '../own-process.js';
import { AMPLE_MS, closing, openTestNet } from './closing.js';
import { startResolver } from './scripted-resolver.js';
import { question, startHttps, startTcp } from './scripted-server.js';

/** Servers that never come to an end, and a look at each: in TCP, TLS, the head, the body, DNS, and in line for a busy connection. */
const startEverythingEndless = async () => {
  const tcp = await startTcp((socket) => void socket.resume());
  const silent = await startHttps(() => undefined);
  const stalling = await startHttps(({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'));
  const resolver = await startResolver(() => undefined);
  const truncating = await startResolver((query) => {
    if (query.transport !== 'udp') return;
    const reply = Buffer.from(query.bytes);
    reply.writeUInt16BE(0x8380, 2);
    query.send(reply);
  });
  const start = (net: Net) => ({
    looks: [
      net.request(question(9, { destination: { address: '192.0.2.1' } })),
      net.request(question(tcp.port)),
      ...Array.from({ length: 9 }, (_, index) => net.request(question(silent.port, { path: `/${index}` }))),
      net.request(question(stalling.port)),
    ],
    lookup: net.lookup('example.com', 'A'),
  });
  const underWay = async () => {
    await expect.poll(() => tcp.sockets.size, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => silent.requests.length, { timeout: 20_000 }).toBe(6);
    await expect.poll(() => stalling.requests.length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => resolver.queries.length, { timeout: 20_000 }).toBe(1);
  };
  const servers = [tcp, silent, stalling, resolver, truncating];
  const ports = [tcp.port, silent.port, stalling.port];
  return {
    start,
    underWay,
    ports,
    resolver,
    truncating,
    close: () => Promise.all(servers.map((server) => server.close())),
  };
};

const route: NonNullable<Parameters<typeof openNet>[0]>['route'] = (address, port) =>
  address === '192.0.2.1' ? { kind: 'black-hole' } : { kind: 'to', address, port };
const options = { trustStore: { certificates: [], facts: { sources: [] } }, env: {}, route };

describe('close', () => {
  it('settles everything under way', async () => {
    const endless = closing(await startEverythingEndless());
    const net = openNet({ ...options, timeoutMs: AMPLE_MS, resolvers: [endless.resolver.address] });
    const { looks, lookup } = endless.start(net);
    const tcpNet = openNet({ ...options, timeoutMs: AMPLE_MS, resolvers: [endless.truncating.address] });
    const tcpLookup = tcpNet.lookup('example.com', 'A');
    await endless.underWay();
    await expect.poll(() => endless.truncating.queries.length).toBe(2);
    await Promise.all([net.close(), tcpNet.close()]);

    const [blackHole, tls, ...rest] = await Promise.all(looks);
    expect(blackHole?.connection).toMatchObject({ failure: { layer: 'tcp', reason: 'timeout' } });
    expect(tls?.connection).toMatchObject({ failure: { layer: 'tls', reason: 'timeout' } });
    for (const look of rest) expect(JSON.stringify(look)).toContain('"reason":"timeout"');
    expect(await lookup).toMatchObject({ outcome: 'timeout' });
    expect(await tcpLookup).toMatchObject({ outcome: 'timeout' });
    expect(net.timedOut).toBe(false);
  });

  it.each([40, 80, 120, 160, 200, 300])(
    'calls the end of a run of %i ms a timeout, whatever it interrupts',
    async (timeoutMs) => {
      const endless = closing(await startEverythingEndless());
      const net = openTestNet({ ...options, timeoutMs, resolvers: [endless.resolver.address] });
      const looks = await Promise.all([...endless.start(net).looks, ...endless.start(net).looks]);
      const reasons = looks
        .flatMap(({ connection, response }): { readonly kind: string }[] => [connection, response])
        .flatMap((part) => ('failure' in part ? [part.failure] : []));
      expect(reasons.length).toBeGreaterThan(0);
      for (const failure of reasons) expect(failure).toMatchObject({ reason: 'timeout' });
    },
  );

  it('closes connections that are kept, may be called twice, and nothing begins afterwards', async () => {
    const server = closing(await startHttps(({ socket }) => socket.write('HTTP/1.1 204 No Content\r\n\r\n')));
    const net = openNet({ ...options, timeoutMs: AMPLE_MS });
    await net.request(question(server.port));
    expect(server.sockets.size).toBe(1);
    await net.close();
    await net.close();
    await expect.poll(() => server.sockets.size).toBe(0);
    const late = await net.request(question(server.port, { path: '/late' }));
    expect(late.connection).toMatchObject({ failure: { layer: 'tcp', reason: 'timeout' } });
    expect(await net.lookup('late.example', 'A')).toMatchObject({ outcome: 'timeout', server: null });
    expect(server.connections).toBe(1);
  });
});

describe('a process of its own', () => {
  /** With `openNet` and `question` at hand. */
  const run = (script: string): Promise<string> =>
    runInOwnProcess(
      `import { openNet } from './src/net/live.js';\nconst question = ${question.toString()};\n${script}`,
    );

  it('has nothing left after close', async () => {
    const endless = closing(await startEverythingEndless());
    const healthy = closing(await startHttps(({ socket }) => socket.write('HTTP/1.1 204 No Content\r\n\r\n')));
    const result = await run(`
      const net = openNet({
        timeoutMs: 600_000, resolvers: ['${endless.resolver.address}'], env: {}, trustStore: { certificates: [], facts: { sources: [] } },
        route: (address, port) => (address === '192.0.2.1' ? { kind: 'black-hole' } : { kind: 'to', address, port }),
      });
      const kept = await net.request(question(${healthy.port}));
      const looks = [question(9, { destination: { address: '192.0.2.1' } }), ...[${endless.ports}].map((port) => question(port))].map((asked) => net.request(asked));
      const lookups = [net.lookup('example.com', 'A')];
      const all = Promise.all([...looks, ...lookups]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = process.getActiveResourcesInfo().filter((kind) => !/Pipe|FS|TTY/.test(kind)).length;
      await net.close();
      await all;
      await new Promise((resolve) => setImmediate(resolve));
      const after = process.getActiveResourcesInfo().filter((kind) => !/Pipe|FS|TTY|Immediate/.test(kind));
      console.log(JSON.stringify({ status: kept.response.value?.status, busy: before > 4, after }));
    `);
    expect(JSON.parse(result)).toEqual({ status: 204, busy: true, after: [] });
  });

  it('ends by itself at the deadline, although nobody closed anything', async () => {
    const endless = closing(await startEverythingEndless());
    const result = await run(`
      const net = openNet({ timeoutMs: 700, resolvers: ['${endless.resolver.address}'], env: {}, trustStore: { certificates: [], facts: { sources: [] } } });
      const looks = await Promise.all([${endless.ports}].map((port) => net.request(question(port))));
      console.log(JSON.stringify([looks.length, (await net.lookup('example.com', 'A')).outcome]));
    `);
    expect(JSON.parse(result)).toEqual([3, 'timeout']);
  });
});

describe('the deadline of the run', () => {
  it('ends everything that is under way, and says so', async () => {
    const endless = closing(await startEverythingEndless());
    const net = openTestNet({ ...options, timeoutMs: 1_200, resolvers: [endless.resolver.address] });
    const { looks, lookup } = endless.start(net);
    for (const look of await Promise.all(looks)) expect(JSON.stringify(look)).toContain('"reason":"timeout"');
    expect((await lookup).outcome).toBe('timeout');
    await expect.poll(() => net.timedOut).toBe(true);
    const late = await net.request(question(9, { path: '/late' }));
    expect(late.connection).toMatchObject({
      failure: { reason: 'timeout', message: "no TCP connection before the whole run's time (1.2 s) was over" },
    });
    await net.close();
    expect(net.timedOut).toBe(true);
  });

  it('also ends kept connections', async () => {
    const server = closing(await startHttps(({ socket }) => socket.write('HTTP/1.1 204 No Content\r\n\r\n')));
    const net = openTestNet({ timeoutMs: 1_500 });
    await net.request(question(server.port));
    await expect.poll(() => server.sockets.size, { timeout: 20_000 }).toBe(0);
    await expect.poll(() => net.timedOut, { timeout: 20_000 }).toBe(true);
  });
});

describe('a route', () => {
  it('leads addresses elsewhere', async () => {
    const server = closing(await startHttps(({ socket }) => socket.write('HTTP/1.1 204 No Content\r\n\r\n')));
    const net = openTestNet({ route: () => ({ kind: 'to', address: '127.0.0.1', port: server.port }) });
    const look = await net.request(question(443, { destination: { address: '2001:db8::10' } }));
    expect(look.response).toMatchObject({ kind: 'seen', value: { status: 204 } });
    expect(look.destination).toMatchObject({ address: '2001:db8::10', port: 443 });
  });

  it.each([
    ['ENETUNREACH', 'network-unreachable', 'network is unreachable'],
    ['EHOSTUNREACH', 'host-unreachable', 'host is unreachable'],
    ['ECONNREFUSED', 'connection-refused', 'connection refused'],
  ])('may fail with %s', async (code, reason, message) => {
    const net = openTestNet({ route: () => ({ kind: 'error', code }) });
    const look = await net.request(question(443));
    expect(look.connection).toEqual({ kind: 'failed', failure: { layer: 'tcp', reason, message, code } });
  });

  it('may be a black hole', async () => {
    const net = openTestNet({ timeoutMs: 1_000, route: () => ({ kind: 'black-hole' }) });
    const look = await net.request(question(443));
    expect(look.connection).toMatchObject({
      failure: { layer: 'tcp', reason: 'timeout', message: 'no TCP connection within 0.2 s' },
    });
    expect(look.timings).toEqual({ dnsMs: null, tcpMs: null, tlsMs: null, firstByteMs: null, bodyMs: null });
  });
});
