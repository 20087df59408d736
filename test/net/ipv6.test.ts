import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { seenValue } from '../../src/facts/observation.js';
import { closing, openTestNet } from './closing.js';
import { reply, startResolver } from './scripted-resolver.js';
import { labTrust, ok, question, startHttps } from './scripted-server.js';

const LOOPBACK = '::1';

/** Some containers have no IPv6 at all, not even loopback. */
const hasIpv6 = await (async () => {
  const socket = createSocket('udp6');
  try {
    socket.bind(0, LOOPBACK);
    await once(socket, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
})();

describe.skipIf(!hasIpv6)('over IPv6', () => {
  const address = { type: 'AAAA', name: 'example.com', data: '2001:db8::1', ttl: 60 } as const;

  it('a resolver answers, and what comes from another port is ignored', async () => {
    const resolver = closing(
      await startResolver(
        (query) => {
          query.sendFromElsewhere(reply(query, { answers: [{ ...address, data: '2001:db8::bad' }] }));
          setTimeout(() => query.send(reply(query, { answers: [address] })), 30);
        },
        { host: LOOPBACK },
      ),
    );
    const net = openTestNet({ resolvers: [resolver.address] });
    expect(net.setting.resolvers).toEqual([`[::1]:${resolver.port}`]);
    expect(await net.lookup('example.com', 'AAAA')).toMatchObject({
      outcome: 'answered',
      transport: 'udp',
      server: `[::1]:${resolver.port}`,
      records: [{ type: 'AAAA', address: '2001:db8::1' }],
    });
  });

  it('a resolver answers over TCP', async () => {
    const resolver = closing(
      await startResolver(
        (query) => query.send(reply(query, query.transport === 'udp' ? { truncated: true } : { answers: [address] })),
        { host: LOOPBACK },
      ),
    );
    const net = openTestNet({ resolvers: [resolver.address] });
    expect(await net.lookup('example.com', 'AAAA')).toMatchObject({ outcome: 'answered', transport: 'tcp' });
  });

  it('a refused port of a resolver is unavailable', async () => {
    const resolver = await startResolver(() => undefined, { host: LOOPBACK });
    await resolver.close();
    const lookup = await openTestNet({ resolvers: [resolver.address] }).lookup('example.com', 'A');
    expect(lookup).toMatchObject({ outcome: 'unavailable' });
    expect(lookup.remarks).toEqual([`${resolver.address} cannot be reached (ECONNREFUSED)`]);
  });

  it('a request is made, with the connection kept', async () => {
    const server = closing(await startHttps(ok('{}'), { host: LOOPBACK }));
    const net = openTestNet({ trustStore: await labTrust() });
    const destination = { address: LOOPBACK, hostHeader: '[::1]', sni: null, certificateName: '::1' };
    const looks = [];
    for (const path of ['/1', '/2']) looks.push(await net.request(question(server.port, { path, destination })));
    expect(looks.map(({ response }) => seenValue(response)?.status)).toEqual([200, 200]);
    expect(server.connections).toBe(1);
    expect(server.requests[0]?.head).toContain('host: [::1]');
    expect(server.requests[0]?.socket.servername).toBe(false);
  });

  it('a refused port is a refused connection', async () => {
    const server = await startHttps(ok('{}'), { host: LOOPBACK });
    await server.close();
    const look = await openTestNet().request(question(server.port, { destination: { address: LOOPBACK } }));
    expect(look.connection).toMatchObject({ failure: { layer: 'tcp', reason: 'connection-refused' } });
  });
});
