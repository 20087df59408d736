import { describe, expect, it } from 'vitest';
import { seenValue } from '../../src/facts/observation.js';
import { closing, openTestNet } from './closing.js';
import { startResolver } from './scripted-resolver.js';
import { question, startHttps } from './scripted-server.js';

describe('what may be taken of the time of a run', () => {
  it('by one question: a third', async () => {
    const resolver = closing(await startResolver(() => undefined));
    const net = openTestNet({ timeoutMs: 5_000, resolvers: [resolver.address] });
    expect(await net.lookup('example.com', 'A')).toMatchObject({ outcome: 'timeout' });
    expect(net.timedOut).toBe(false);
  });

  it('by one request: four tenths, less than its parts could take together', async () => {
    const server = closing(
      await startHttps(({ socket }) => {
        setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'), 1_500);
      }),
    );
    const look = await openTestNet({ timeoutMs: 6_000 }).request(question(server.port));
    // The head in its third, then a fifth for the body would be 2.7 s; the handshake counts, too.
    expect(seenValue(look.response)).toMatchObject({
      status: 200,
      body: { failure: { layer: 'body', reason: 'timeout', message: expect.stringMatching(/within 2\.[0-4] s$/) } },
    });
  });
});
