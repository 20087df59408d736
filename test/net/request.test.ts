import { describe, expect, it } from 'vitest';
import type { HttpLook, HttpResponse } from '../../src/facts/http.js';
import { seenValue } from '../../src/facts/observation.js';
import { VERSION } from '../../src/version.js';
import { closing, openTestNet } from './closing.js';
import { labTrust, ok, type QuestionChange, question, type ScriptedRequest, startHttps } from './scripted-server.js';

const https = async (...parameters: Parameters<typeof startHttps>) => closing(await startHttps(...parameters));

const ask = async (script: (request: ScriptedRequest) => void, change: QuestionChange = {}) => {
  const server = await https(script);
  const net = openTestNet({ trustStore: await labTrust() });
  return { server, net, look: await net.request(question(server.port, change)) };
};

const response = (look: HttpLook): HttpResponse | undefined => seenValue(look.response);

describe('a request', () => {
  it('is written exactly as told', async () => {
    const { server, look } = await ask(ok('{}'), {
      path: '/.well-known/matrix/server?x=%20',
      destination: { hostHeader: 'Matrix.Example.com:443' },
      headers: [
        ['Origin', 'https://app.element.io'],
        ['X-Twice', 'a'],
        ['X-Twice', 'b'],
      ],
    });
    const sent = server.requests[0]?.head.split('\r\n') ?? [];
    expect(sent[0]).toBe('GET /.well-known/matrix/server?x=%20 HTTP/1.1');
    expect(sent.slice(1)).toEqual(look.requestHeaders.map(([name, value]) => `${name}: ${value}`));
    expect(look.requestHeaders).toEqual([
      ['host', 'Matrix.Example.com:443'],
      ['connection', 'keep-alive'],
      ['user-agent', `matrix-discovery/${VERSION}`],
      ['accept', 'application/json'],
      ['accept-encoding', 'identity'],
      ['Origin', 'https://app.element.io'],
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
    ]);
  });

  it('may be OPTIONS, and its own Accept line replaces ours', async () => {
    const { server } = await ask(ok(''), { method: 'OPTIONS', headers: [['Accept', '*/*']] });
    expect(server.requests[0]?.head).toMatch(/^OPTIONS \/ HTTP/);
    expect(server.requests[0]?.head.match(/accept:/gi)).toHaveLength(1);
  });

  it.each([
    ['matrix.example.com', 'matrix.example.com'],
    [null, false],
  ])('sends the name %s in the handshake', async (sni, seen) => {
    const { server } = await ask(ok('{}'), { destination: { sni, hostHeader: '127.0.0.1' } });
    expect(server.requests[0]?.socket.servername).toBe(seen);
  });

  it('offers http/1.1 and is content without', async () => {
    expect(seenValue((await ask(ok('{}'))).look.connection)?.alpn).toBeNull();
    const server = await https(ok('{}'), { ALPNProtocols: ['h2', 'http/1.1'] });
    const look = await openTestNet().request(question(server.port));
    expect(seenValue(look.connection)?.alpn).toBe('http/1.1');
  });
});

describe('a response', () => {
  it('keeps status, header lines and body as they came', async () => {
    const { look } = await ask(({ socket }) =>
      socket.write(
        'HTTP/1.1 404 Nope\r\nServer: x\r\nAccess-Control-Allow-Origin: *\r\naccess-control-allow-origin: https://a.example\r\nX-Latin: \xe9\r\nX-Empty:\r\nContent-Length: 3\r\n\r\n{1}',
        'latin1',
      ),
    );
    expect(response(look)).toEqual({
      status: 404,
      headers: [
        ['Server', 'x'],
        ['Access-Control-Allow-Origin', '*'],
        ['access-control-allow-origin', 'https://a.example'],
        ['X-Latin', '\xe9'],
        ['X-Empty', ''],
        ['Content-Length', '3'],
      ],
      body: { kind: 'seen', value: { encoding: 'utf8', content: '{1}', bytes: 3 } },
    });
  });

  it.each<[string, string | Buffer, object]>([
    ['UTF-8', 'grüße', { encoding: 'utf8', content: 'grüße', bytes: 7 }],
    ['a byte order mark', '\ufeff{}', { encoding: 'utf8', content: '\ufeff{}', bytes: 5 }],
    ['other bytes', Buffer.from([0xff, 0xfe, 0x7b]), { encoding: 'base64', content: '//57', bytes: 3 }],
    ['nothing', '', { encoding: 'utf8', content: '', bytes: 0 }],
  ])('has %s as its body', async (_what, body, expected) => {
    const { look } = await ask(({ socket }) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`);
      socket.write(body);
    });
    expect(response(look)?.body).toEqual({ kind: 'seen', value: expected });
  });

  it('may be chunked, come in single bytes, and follow interim responses', async () => {
    const { look } = await ask(({ socket }) => {
      const text =
        'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n4;x=y\r\na":1\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n';
      for (const character of text) socket.write(character);
    });
    expect(response(look)).toMatchObject({ status: 200, body: { value: { content: '{"a":1}' } } });
  });

  it('may end with the connection', async () => {
    const { look } = await ask(({ socket }) => socket.end('HTTP/1.0 200 OK\r\n\r\n{"a":1}'));
    expect(response(look)?.body).toMatchObject({ kind: 'seen', value: { content: '{"a":1}' } });
  });

  it.each([204, 304])('of status %i has no body, whatever it announces', async (status) => {
    const { look } = await ask(({ socket }) =>
      socket.write(`HTTP/1.1 ${status} None\r\nContent-Length: 999999\r\n\r\n`),
    );
    expect(response(look)).toMatchObject({ status, body: { kind: 'seen', value: { bytes: 0 } } });
  });

  it('that redirects is not followed', async () => {
    const { look, server } = await ask(({ socket }) =>
      socket.write('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'),
    );
    expect(response(look)?.status).toBe(302);
    expect(server.requests).toHaveLength(1);
  });

  it('is not asked for compressed, and an encoded one is left alone', async () => {
    const { look } = await ask(ok('not really gzip', 'Content-Encoding: gzip\r\n'));
    expect(response(look)?.body).toMatchObject({ value: { content: 'not really gzip' } });
  });
});

describe('the limit of a body', () => {
  const body = (look: HttpLook) => response(look)?.body;
  const tooLarge = { kind: 'failed', failure: { layer: 'body', reason: 'body-too-large' } };

  it.each([
    ['one byte less is read', 99, { kind: 'seen', value: { bytes: 99 } }],
    ['so many bytes are too many', 100, tooLarge],
  ])('announced: %s', async (_what, bytes, expected) => {
    const { look, server } = await ask(ok('x'.repeat(bytes)), { maxBytes: 100 });
    expect(response(look)?.status).toBe(200);
    expect(body(look)).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['one byte less is read', 99, { kind: 'seen', value: { bytes: 99 } }],
    ['so many bytes are too many', 100, tooLarge],
  ])('chunked: %s', async (_what, bytes, expected) => {
    const { look } = await ask(
      ({ socket }) => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        for (let sent = 0; sent < bytes; sent += 1) socket.write('1\r\nx\r\n');
        socket.write('0\r\n\r\n');
      },
      { maxBytes: 100 },
    );
    expect(body(look)).toMatchObject(expected);
  });

  it('an announced length above it is enough, and the connection ends', async () => {
    const { look, server } = await ask(({ socket }) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 11000000000000\r\n\r\nx'),
    );
    expect(body(look)).toMatchObject({
      failure: { reason: 'body-too-large', message: expect.stringContaining('11000000000000') },
    });
    await expect.poll(() => server.sockets.size).toBe(0);
  });
});

describe('connections', () => {
  it('are kept for the same address, port and SNI', async () => {
    const { server, net, look } = await ask(ok('{}'));
    const second = await net.request(
      question(server.port, { path: '/second', destination: { hostHeader: 'other.example' } }),
    );
    expect(server.connections).toBe(1);
    expect(look.timings.tcpMs).toBeGreaterThan(0);
    expect(look.timings.tlsMs).toBeGreaterThan(0);
    expect(second.timings).toMatchObject({ tcpMs: 0, tlsMs: 0 });
    expect(second.connection).toEqual(look.connection);
    expect(server.requests[1]?.head).toContain('host: other.example');

    await net.request(question(server.port, { destination: { sni: 'matrix.example.com' } }));
    await net.request(question(server.port, { destination: { sni: null } }));
    expect(server.connections).toBe(3);
  });

  it('are shared by questions that start together, where the answers come quickly', async () => {
    const server = await https(ok('{}'));
    const net = openTestNet();
    const looks = await Promise.all(['/a', '/b', '/c'].map((path) => net.request(question(server.port, { path }))));
    expect(looks.map((look) => response(look)?.status)).toEqual([200, 200, 200]);
    expect(looks.filter(({ timings }) => timings.tcpMs === 0).length + server.connections).toBe(3);
  });

  it('are not waited for when an answer does not come', async () => {
    const server = await https((request) => {
      if (!request.head.startsWith('GET /slow')) ok('{}')(request);
    });
    const net = openTestNet();
    const slow = net.request(question(server.port, { path: '/slow' }));
    const quick = net.request(question(server.port, { path: '/quick' }));
    expect(await Promise.race([slow.then(() => 'slow'), quick.then(() => 'quick')])).toBe('quick');
    expect(response(await quick)?.status).toBe(200);
    expect(server.connections).toBe(2);
    await net.close();
    expect((await slow).response).toMatchObject({ kind: 'failed', failure: { layer: 'http', reason: 'timeout' } });
  });

  it.each<[string, (request: ScriptedRequest) => void]>([
    ['with FIN', ({ socket }) => socket.end()],
    ['with RST', ({ reset }) => reset()],
  ])('that were closed meanwhile %s are replaced once', async (_what, close) => {
    const server = await https((request) => {
      if (request.index === 1) close(request);
      else ok('{}')(request);
    });
    const net = openTestNet();
    await net.request(question(server.port, { path: '/first' }));
    const second = await net.request(question(server.port, { path: '/second' }));
    expect(response(second)?.status).toBe(200);
    expect(server.connections).toBe(2);
    expect(second.timings.tlsMs).toBeGreaterThan(0);
  });

  it('that the server closes after its answer are not used again', async () => {
    const server = await https(({ socket }) =>
      socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}'),
    );
    const net = openTestNet();
    await net.request(question(server.port, { path: '/first' }));
    expect(response(await net.request(question(server.port, { path: '/second' })))?.status).toBe(200);
  });

  it('that failed are not tried again in the same run', async () => {
    const server = await https(ok('{}'));
    let attempts = 0;
    const net = openTestNet({
      route: () => {
        attempts += 1;
        return { kind: 'error', code: 'EHOSTUNREACH' };
      },
    });
    const looks = await Promise.all(['/a', '/b'].map((path) => net.request(question(server.port, { path }))));
    looks.push(await net.request(question(server.port, { path: '/c' })));
    for (const look of looks) expect(look.connection).toMatchObject({ failure: { reason: 'host-unreachable' } });
    expect(attempts).toBe(1);
  });
});

describe('what cannot be asked', () => {
  it.each<[string, QuestionChange]>([
    ['a port out of range', { destination: { port: 65_536 } }],
    ['a header with a line break', { headers: [['X-A', 'a\r\nb']] }],
    ['a path with a blank', { path: '/a b' }],
  ])('%s fails as a defect of this tool', async (_what, change) => {
    const server = await https(ok('{}'));
    const look = await openTestNet().request(question(server.port, change));
    expect(JSON.stringify([look.connection, look.response])).toContain('"reason":"internal"');
    expect(server.requests).toHaveLength(0);
  });
});

describe('equal questions', () => {
  it('are asked once, also while in flight, and each look keeps its own words', async () => {
    const server = await https(ok('{}'));
    const net = openTestNet();
    const [first, second] = await Promise.all([
      net.request(question(server.port, { dnsMs: 1.5 })),
      net.request(
        question(server.port, { dnsMs: null, destination: { host: 'srv.example', priority: 10, weight: 5 } }),
      ),
    ]);
    const third = await net.request(question(server.port));
    expect(server.requests).toHaveLength(1);
    expect(first.timings.dnsMs).toBe(1.5);
    expect(second.timings.dnsMs).toBeNull();
    expect(second.destination).toMatchObject({ host: 'srv.example', priority: 10 });
    expect(third.response).toEqual(first.response);
  });

  it('differ by method, path, Host, headers, limit and version of TLS', async () => {
    const server = await https(ok('{}'));
    const net = openTestNet();
    const changes: QuestionChange[] = [
      {},
      { method: 'OPTIONS' },
      { path: '/x' },
      { destination: { hostHeader: 'x.example' } },
      { headers: [['Origin', 'https://x.example']] },
      { maxBytes: 5_000 },
      { onlyTls12: true },
    ];
    for (const change of changes) await net.request(question(server.port, change));
    expect(server.requests).toHaveLength(7);
  });
});
