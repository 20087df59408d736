import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/facts/failure.js';
import type { HttpLook } from '../../src/facts/http.js';
import { seenValue } from '../../src/facts/observation.js';
import { openConnection } from '../../src/net/connection.js';
import { createConnections } from '../../src/net/connections.js';
import { startDeadline } from '../../src/net/deadline.js';
import { createOpenSockets } from '../../src/net/open-sockets.js';
import { askOverHttps } from '../../src/net/request.js';
import { direct } from '../../src/net/route.js';
import { AMPLE_MS, closing, openTestNet } from './closing.js';
import { question, type ScriptedRequest, startHttps, startTcp } from './scripted-server.js';

/** For what is meant to take too long; everything else has ample time. */
const BRIEF_MS = 400;

interface Limits {
  readonly firstByteMs?: number;
  readonly bodyMs?: number;
  readonly totalMs?: number;
}
const headLimit: Limits = { firstByteMs: BRIEF_MS };
const bodyLimit: Limits = { bodyMs: BRIEF_MS };

type Script = (request: ScriptedRequest) => void;

const look = async (script: Script, limits: Limits = {}): Promise<HttpLook> => {
  const server = closing(await startHttps(script));
  const ample = { firstByteMs: AMPLE_MS, bodyMs: AMPLE_MS, totalMs: AMPLE_MS };
  const result = await askOverHttps(question(server.port), { ...ample, ...limits, ...openTestConnections() });
  // Whatever went wrong, the peer sees the end of it.
  if (failureOf(result) !== undefined) await expect.poll(() => server.sockets.size, { timeout: 10_000 }).toBe(0);
  return result;
};

const openTestConnections = () => {
  const deadline = startDeadline(AMPLE_MS);
  const context = {
    deadline,
    sockets: createOpenSockets(),
    route: direct,
    publicOnly: false,
    trustStore: { certificates: [], facts: { sources: [] } },
  };
  const connections = createConnections(
    (endpoint) => openConnection(endpoint, { ...context, tcpLimitMs: AMPLE_MS, tlsLimitMs: AMPLE_MS }),
    deadline,
  );
  closing({
    close: async () => {
      deadline.close();
      connections.destroyAll();
    },
  });
  return { deadline, connections };
};

/** Of the response, or of its body. */
const failureOf = ({ response }: HttpLook): Failure | undefined => {
  const end = response.kind === 'seen' ? response.value.body : response;
  return end.kind === 'failed' ? end.failure : undefined;
};

const write =
  (...parts: (string | Buffer)[]): Script =>
  ({ socket }) => {
    for (const part of parts) socket.write(part);
  };
const writeAndEnd =
  (text: string): Script =>
  ({ socket }) =>
    void socket.end(text);
/** Writes again and again until the connection is gone. */
const endlessly =
  (start: string, part: string, everyMs: number): Script =>
  ({ socket }) => {
    socket.write(start);
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(part)), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
/** Writes as fast as the other side reads. */
const flood =
  (start: string, part: string): Script =>
  ({ socket }) => {
    const more = () => {
      while (!socket.destroyed && socket.write(part));
    };
    socket.on('drain', more);
    socket.write(start);
    more();
  };

describe('a head that does not come', () => {
  it.each<[string, Script, Limits | undefined, Partial<Failure>]>([
    ['silence', () => undefined, headLimit, { reason: 'timeout', message: 'no complete response head within 0.4 s' }],
    ['a head that drips', endlessly('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n', 40), headLimit, { reason: 'timeout' }],
    ['a status line that drips', endlessly('HTTP/1.1 200 ', 'O', 40), headLimit, { reason: 'timeout' }],
    [
      'interim responses without end',
      endlessly('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 10),
      undefined,
      { reason: 'not-http', message: 'more than 8 interim responses' },
    ],
    [
      'interim responses that drip',
      endlessly('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 200),
      headLimit,
      { reason: 'timeout' },
    ],
    [
      'a head without end',
      flood('HTTP/1.1 200 OK\r\n', `X-A: ${'b'.repeat(1000)}\r\n`),
      undefined,
      { reason: 'headers-too-large' },
    ],
    [
      'a line without end',
      flood('HTTP/1.1 200 OK\r\nX-A: ', 'b'.repeat(1000)),
      undefined,
      { reason: 'headers-too-large' },
    ],
    [
      'empty lines without end',
      flood('', '\r\n'.repeat(8000)),
      undefined,
      { reason: 'not-http', message: 'a flood of bytes without a response head' },
    ],
    ['a close', ({ socket }) => void socket.end(), undefined, { reason: 'closed' }],
    ['a reset', ({ reset }) => reset(), undefined, { reason: 'closed' }],
    ['a close within the head', writeAndEnd('HTTP/1.1 200 OK\r\nX-A'), undefined, { reason: 'closed' }],
    ['100 Continue', write('HTTP/1.1 100 Continue\r\n\r\n'), undefined, { reason: 'not-http' }],
    [
      '101 Switching Protocols',
      write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      undefined,
      { reason: 'not-http' },
    ],
    ['HTTP/0.9', writeAndEnd('<html>hello</html>'), undefined, { reason: 'not-http' }],
    ['another protocol', write('SSH-2.0-OpenSSH_9.2p1\r\n'), undefined, { reason: 'not-http' }],
    ['HTTP/2', write(Buffer.from('000000040000000000', 'hex')), undefined, { reason: 'not-http' }],
    ['a bad status', write('HTTP/1.1 99999 No\r\n\r\n'), undefined, { reason: 'not-http' }],
    [
      'status 000',
      write('HTTP/1.1 000 No\r\nContent-Length: 0\r\n\r\n'),
      undefined,
      { reason: 'not-http', message: 'the answer breaks the rules of HTTP/1.1' },
    ],
    ['a NUL in a header', write('HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n'), undefined, { reason: 'not-http' }],
    ['a negative length', write('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'), undefined, { reason: 'not-http' }],
    [
      'two lengths',
      write('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'),
      undefined,
      { reason: 'not-http' },
    ],
    [
      'a length and chunks',
      write('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n'),
      undefined,
      { reason: 'not-http' },
    ],
  ])('%s', async (_what, script, limits, failure) => {
    const result = await look(script, limits);
    expect(result.connection.kind).toBe('seen');
    expect(result.response).toMatchObject({ kind: 'failed', failure: { layer: 'http', ...failure } });
    expect(failureOf(result)?.message).toMatch(/\w/);
    expect(result.timings).toMatchObject({ tcpMs: expect.any(Number), firstByteMs: null, bodyMs: null });
  });
});

describe('a body that does not end well', () => {
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
  const hundred = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n';
  it.each<[string, Script, Limits | undefined, Partial<Failure>]>([
    [
      'a stall at half',
      write(hundred, 'x'.repeat(50)),
      bodyLimit,
      { reason: 'timeout', message: 'no complete body within 0.4 s' },
    ],
    ['a drip', endlessly(hundred, 'x', 100), bodyLimit, { reason: 'timeout' }],
    ['a drip of chunks', endlessly(chunked, '1\r\nx\r\n', 100), bodyLimit, { reason: 'timeout' }],
    ['a drip without a length', endlessly('HTTP/1.0 200 OK\r\n\r\n', 'x', 100), bodyLimit, { reason: 'timeout' }],
    ['chunks without end', flood(chunked, `400\r\n${'x'.repeat(1024)}\r\n`), undefined, { reason: 'body-too-large' }],
    ['bytes without end', flood('HTTP/1.0 200 OK\r\n\r\n', 'x'.repeat(1024)), undefined, { reason: 'body-too-large' }],
    [
      'a chunk extension without end',
      flood(`${chunked}1;x=`, 'y'.repeat(1024)),
      undefined,
      { reason: 'body-too-large' },
    ],
    [
      'trailers without end',
      flood(`${chunked}1\r\nx\r\n0\r\n`, `X-A: ${'b'.repeat(1000)}\r\n`),
      undefined,
      { reason: 'headers-too-large' },
    ],
    ['a close before the announced length', writeAndEnd(`${hundred}xx`), undefined, { reason: 'body-truncated' }],
    ['a close before the last chunk', writeAndEnd(`${chunked}5\r\nhello\r\n`), undefined, { reason: 'body-truncated' }],
    ['a close within a chunk', writeAndEnd(`${chunked}5\r\nhe`), undefined, { reason: 'body-truncated' }],
    ['a bad chunk size', write(`${chunked}xyz\r\n`), undefined, { reason: 'not-http' }],
    ['a chunk size that overflows', write(`${chunked}ffffffffffffffffff\r\n`), undefined, { reason: 'not-http' }],
  ])('%s', async (_what, script, limits, failure) => {
    const result = await look(script, limits);
    expect(seenValue(result.response)?.status).toBe(200);
    expect(failureOf(result)).toMatchObject({ layer: 'body', ...failure });
    expect(result.timings).toMatchObject({ firstByteMs: expect.any(Number), bodyMs: null });
  });

  it.each([
    ['with a length', hundred],
    ['in chunks', chunked],
    ['without a length', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n'],
  ])('a reset of a body %s', async (_what, start) => {
    const result = await look(({ socket, reset }) => {
      socket.write(`${start}5\r\nhello\r\n`, () => setTimeout(reset, 50));
    });
    expect(seenValue(result.response)?.status).toBe(200);
    expect(failureOf(result)).toMatchObject({ layer: 'body', reason: 'body-truncated' });
  });
});

describe('the limit of the whole request', () => {
  it('counts the head and the body together', async () => {
    const result = await look(
      ({ socket }) => void setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'), 50),
      { totalMs: BRIEF_MS },
    );
    expect(failureOf(result)).toMatchObject({ reason: 'timeout' });
  });
});

describe('what a server adds', () => {
  it('behind its answer does not spoil it, nor the next one', async () => {
    const server = closing(
      await startHttps(({ socket, index }) => {
        socket.write(
          `HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n${index}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil`,
        );
      }),
    );
    const net = openTestNet();
    for (const [index, path] of ['/1', '/2'].entries()) {
      const result = await net.request(question(server.port, { path }));
      expect(seenValue(result.response)?.body).toMatchObject({ value: { content: `${index}` } });
    }
  });

  it('after a handshake byte by byte is still a handshake', async () => {
    const inner = closing(await startHttps(({ socket }) => socket.write('HTTP/1.1 204 No Content\r\n\r\n')));
    const { connect } = await import('node:net');
    const outer = closing(
      await startTcp((socket) => {
        const to = connect(inner.port, '127.0.0.1');
        to.on('error', () => socket.destroy()).on('close', () => socket.destroy());
        socket.setNoDelay(true).on('close', () => to.destroy());
        socket.pipe(to);
        to.on('data', (data) => {
          for (const byte of data) socket.write(Buffer.from([byte]));
        });
      }),
    );
    const result = await openTestNet().request(question(outer.port));
    expect(seenValue(result.response)?.status).toBe(204);
  });
});
