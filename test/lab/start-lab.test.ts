import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { type ConnectionOptions, type TLSSocket, connect as tlsConnect } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { loadScenario } from '../../src/lab/load-scenario.js';
import type { LabServer, RouteAnswer, Scenario } from '../../src/lab/scenario.js';
import { type Lab, startLab } from '../../src/lab/start-lab.js';
import { runInOwnProcess } from '../own-process.js';

const folder = join(import.meta.dirname, '../../fixtures/scenarios');
let lab: Lab;
const opened: Socket[] = [];
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  await lab.close();
});

/** A world of one server at 203.0.113.5:443 that has the name example.com. */
const world = (server: Omit<LabServer, 'at'>, certificates: Scenario['certificates'] = {}): Scenario => ({
  title: 'test',
  check: 'example.com',
  zone: {},
  certificates: { good: { names: ['example.com'] }, ...certificates },
  servers: { web: { at: ['203.0.113.5:443'], ...server } },
  expect: { outcome: 'pass' },
});
const site = (routes: Record<string, RouteAnswer>) => ({ sites: { 'example.com': { routes } } });

const portOf = (address: string, port: number): number => {
  const routed = lab.route(address, port);
  if (routed.kind !== 'to') throw new Error(`${address} is not reachable: ${JSON.stringify(routed)}`);
  return routed.port;
};

/** Connects as a client does that trusts the lab, and verifies the name. */
const tlsTo = async (address: string, options: ConnectionOptions = {}): Promise<TLSSocket> => {
  const socket = tlsConnect({
    host: '127.0.0.1',
    port: portOf(address, 443),
    servername: 'example.com',
    ca: [...lab.trustStore.certificates],
    ...options,
  });
  opened.push(socket);
  await once(socket, 'secureConnect');
  return socket;
};

/** The code of the error that a handshake ends in. */
const tlsFault = (address: string, options: ConnectionOptions = {}) =>
  tlsTo(address, options).then(
    () => 'no fault',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

interface Answer {
  readonly status: number | undefined;
  readonly lines: readonly string[];
  readonly text: string;
}

/** One request over a socket that is connected already. */
const ask = (socket: Socket, path: string, host = 'example.com', method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({
      createConnection: () => socket,
      path,
      method,
      setHost: false,
      headers: { Host: host },
    });
    request.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('latin1');
      response.on('error', reject).on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, lines: response.rawHeaders, text }));
    });
    request.end();
  });

const get = async (path: string, host?: string, method?: string) => ask(await tlsTo('203.0.113.5'), path, host, method);

/** Everything that the other side sends until it ends the connection. */
const readAll = async (socket: Socket): Promise<string> => {
  let text = '';
  socket.on('data', (data) => {
    text += data.toString('latin1');
  });
  await once(socket, 'close');
  return text;
};

it('runs the healthy world', async () => {
  lab = await startLab(await loadScenario('healthy', folder));
  expect(lab.netOptions()).toMatchObject({
    resolvers: [lab.resolver],
    timeoutMs: 30_000,
    overrides: { resolve: [], connectTo: [] },
    trustStore: { facts: { sources: [{ source: 'lab', certificates: 1 }] } },
  });

  const file = await get('/.well-known/matrix/server');
  expect(file).toMatchObject({ status: 200, text: '{"m.server":"matrix.example.com:443"}' });

  const homeserver = await tlsTo('2001:db8::10', { servername: 'matrix.example.com' });
  expect(homeserver.authorized).toBe(true);
  const version = await ask(homeserver, '/_matrix/federation/v1/version', 'matrix.example.com:443');
  expect(JSON.parse(version.text)).toEqual({ server: { name: 'Synapse', version: '1.163.2' } });

  expect(lab.requests.http.map(({ headers: _, ...rest }) => rest)).toEqual([
    {
      at: '203.0.113.5:443',
      sni: 'example.com',
      tls: 'TLSv1.3',
      host: 'example.com',
      method: 'GET',
      target: '/.well-known/matrix/server',
    },
    {
      at: '[2001:db8::10]:443',
      sni: 'matrix.example.com',
      tls: 'TLSv1.3',
      host: 'matrix.example.com:443',
      method: 'GET',
      target: '/_matrix/federation/v1/version',
    },
  ]);
});

it('refuses what is nowhere, and knows addresses by value', async () => {
  lab = await startLab({
    ...world({}),
    servers: {
      web: { at: ['[2001:db8::5]:443'] },
      refused: { at: ['203.0.113.1:443'], behaviour: 'refuse' },
      lost: { at: ['203.0.113.2:443'], behaviour: 'unroutable' },
      hole: { at: ['203.0.113.3:443'], behaviour: 'black-hole' },
    },
  });
  expect(lab.route('203.0.113.1', 443)).toEqual({ kind: 'error', code: 'ECONNREFUSED' });
  expect(lab.route('203.0.113.2', 443)).toEqual({ kind: 'error', code: 'ENETUNREACH' });
  expect(lab.route('203.0.113.3', 443)).toEqual({ kind: 'black-hole' });
  expect(lab.route('203.0.113.99', 443)).toEqual({ kind: 'error', code: 'ECONNREFUSED' });
  expect(lab.route('2001:db8::5', 8448)).toEqual({ kind: 'error', code: 'ECONNREFUSED' });
  expect(lab.route('2001:db8::5', 443).kind).toBe('to');
  expect(lab.route('2001:DB8:0:0::5', 443)).toEqual(lab.route('2001:db8::5', 443));
});

it('sends header lines as they are written, in order, duplicates too', async () => {
  lab = await startLab(
    world(
      site({
        '/lines': {
          headers: { 'x-LOWER': 'b', 'Access-Control-Allow-Origin': ['*', 'https://example.org'], 'X-A': 'a' },
          json: { a: 1 },
        },
        '/bare': { headers: { 'content-type': [] }, json: { a: 1 } },
        '/typed': { headers: { 'content-type': 'text/plain' }, json: { a: 1 } },
        '/text': { text: 'plain' },
      }),
    ),
  );
  const { lines } = await get('/lines');
  expect(lines.slice(0, 10)).toEqual([
    ...['Content-Type', 'application/json'],
    ...['x-LOWER', 'b'],
    ...['Access-Control-Allow-Origin', '*'],
    ...['Access-Control-Allow-Origin', 'https://example.org'],
    ...['X-A', 'a'],
  ]);
  const typeLines = async (path: string) =>
    (await get(path)).lines.filter((_, index, all) => /^content-type$/i.test(all[index - 1] ?? ''));
  expect(await typeLines('/bare')).toEqual([]);
  expect(await typeLines('/typed')).toEqual(['text/plain']);
  expect(await typeLines('/text')).toEqual([]);
});

it('takes the body in each of its forms', async () => {
  lab = await startLab(
    world(
      site({
        '/json': { status: 201, json: [null, 'ä'] },
        '/text': { json: { replaced: true }, text: 'text' },
        '/base64': { base64: Buffer.from([0xff, 0xfe, 0]).toString('base64') },
        '/bytes': { bytes: 60_000 },
        '/empty': { status: 204, text: 'dropped' },
        '/nothing': {},
      }),
    ),
  );
  expect(await get('/json')).toMatchObject({ status: 201, text: Buffer.from('[null,"ä"]').toString('latin1') });
  expect((await get('/text')).text).toBe('text');
  expect((await get('/base64')).text).toBe('\xff\xfe\0');
  const { text } = await get('/bytes');
  expect(text).toHaveLength(60_000);
  expect(JSON.parse(text).trim()).toBe('');
  expect(await get('/empty')).toMatchObject({ status: 204, text: '' });
  expect(await get('/nothing')).toMatchObject({ status: 200, text: '' });
});

it('picks answers by Host as sent, method and path', async () => {
  lab = await startLab(
    world({
      sites: {
        'example.com': { routes: { 'OPTIONS /a': { text: 'options' }, '/a': { text: 'any' } } },
        'example.com:443': { routes: { '*': { text: 'everything' } } },
      },
    }),
  );
  expect((await get('/a', undefined, 'OPTIONS')).text).toBe('options');
  expect((await get('/a?query=1')).text).toBe('any');
  expect((await get('/b', 'example.com:443')).text).toBe('everything');
  const notFound = await get('/b');
  expect(notFound.status).toBe(404);
  expect(notFound.lines).toContain('text/html');
  const unknownHost = await get('/a', 'EXAMPLE.com');
  expect(unknownHost.status).toBe(404);
  expect(unknownHost.lines).toContain('text/plain');
});

it('cuts answers off, stalls, resets and waits', async () => {
  lab = await startLab(
    world(
      site({
        '/truncate': { text: '0123456789', fault: 'truncate' },
        '/stall': { text: '0123456789', fault: 'stall' },
        '/reset': { fault: 'reset' },
        '/slow': { text: 'late', delayMs: 80 },
        '/fast': { text: 'early' },
      }),
    ),
  );
  await expect(get('/truncate')).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(get('/reset')).rejects.toMatchObject({ code: 'ECONNRESET' });

  const stalled = await tlsTo('203.0.113.5');
  stalled.write('GET /stall HTTP/1.1\r\nHost: example.com\r\n\r\n');
  let received = '';
  while (!received.includes('\r\n\r\n01234')) received += (await once(stalled, 'data'))[0];
  expect(received).toMatch(/Content-Length: 10\r\n/);
  expect(received.endsWith('01234')).toBe(true);

  const order: string[] = [];
  const [slow, fast] = await Promise.all([tlsTo('203.0.113.5'), tlsTo('203.0.113.5')]);
  await Promise.all([
    ask(slow, '/slow').then(({ text }) => order.push(text)),
    ask(fast, '/fast').then(({ text }) => order.push(text)),
  ]);
  expect(order).toEqual(['early', 'late']);
});

it('takes its time for the handshake, and for nothing before', async () => {
  lab = await startLab(world({ tls: { delayMs: 80 }, ...site({ '/': { text: 'late' } }) }));
  const order: string[] = [];
  const socket = connect(portOf('203.0.113.5', 443), '127.0.0.1');
  opened.push(socket);
  const early = tlsTo('203.0.113.5', { socket }).then(() => order.push('handshake'));
  await once(socket, 'connect');
  order.push('connected');
  await early;
  expect(order).toEqual(['connected', 'handshake']);
  expect((await get('/')).text).toBe('late');
});

it('shows certificates by name, and refuses names that it does not know', async () => {
  lab = await startLab(
    world(
      { certificate: { 'example.com': 'good', 'matrix.example.com': 'other' }, ...site({}) },
      { other: { names: ['matrix.example.com'] } },
    ),
  );
  const subject = async (servername: string) =>
    (await tlsTo('203.0.113.5', { servername })).getPeerCertificate().subjectaltname;
  expect(await subject('example.com')).toBe('DNS:example.com');
  expect(await subject('MATRIX.example.com')).toBe('DNS:matrix.example.com');
  expect(await tlsFault('203.0.113.5', { servername: 'other.example.com' })).toBe('ERR_SSL_TLSV1_UNRECOGNIZED_NAME');
  expect(await tlsFault('203.0.113.5', { servername: '' })).toBe('ERR_SSL_TLSV1_UNRECOGNIZED_NAME');
});

it('falls back to the certificate * for other names and for none', async () => {
  lab = await startLab(
    world({ certificate: { 'example.com': 'good', '*': 'other' }, ...site({}) }, { other: { names: ['203.0.113.5'] } }),
  );
  const names = async (servername: string) =>
    (await tlsTo('203.0.113.5', { servername, rejectUnauthorized: false })).getPeerCertificate().subjectaltname;
  expect(await names('example.com')).toBe('DNS:example.com');
  expect(await names('other.example.com')).toBe('IP Address:203.0.113.5');
  expect(await names('')).toBe('IP Address:203.0.113.5');
  await ask(await tlsTo('203.0.113.5', { servername: '', rejectUnauthorized: false }), '/');
  expect(lab.requests.http.map((request) => request.sni)).toEqual([null]);
});

it.each([
  ['expired', { toDays: -1 }, 'CERT_HAS_EXPIRED'],
  ['not yet valid', { fromDays: 1 }, 'CERT_NOT_YET_VALID'],
  ['for another name', { names: ['example.org'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['without its intermediate', { chain: 'leaf' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['of an unknown authority', { issuer: 'unknown' }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ['of an unknown authority, with its root', { issuer: 'unknown', chain: 'with-root' }, 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['self-signed', { issuer: 'self' }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['not for servers', { purpose: 'client' }, 'INVALID_PURPOSE'],
] as const)('shows a certificate that is %s', async (_, recipe, code) => {
  lab = await startLab(world({}, { good: { names: ['example.com'], ...recipe } }));
  expect(await tlsFault('203.0.113.5')).toBe(code);
});

it('speaks only the TLS versions that it is told to', async () => {
  lab = await startLab({
    ...world({}),
    servers: {
      old: { at: ['203.0.113.1:443'], tls: { maxVersion: 'TLSv1.1' } },
      only12: { at: ['203.0.113.2:443'], tls: { maxVersion: 'TLSv1.2' } },
      only13: { at: ['203.0.113.3:443'], tls: { minVersion: 'TLSv1.3' } },
    },
  });
  expect(await tlsFault('203.0.113.1')).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  const weak = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  expect((await tlsTo('203.0.113.1', weak)).getProtocol()).toBe('TLSv1.1');
  expect((await tlsTo('203.0.113.2')).getProtocol()).toBe('TLSv1.2');
  expect(await tlsFault('203.0.113.3', { maxVersion: 'TLSv1.2' })).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
});

it('asks for client certificates, and needs them where it is told to', async () => {
  lab = await startLab({
    ...world({}),
    servers: {
      strict: { at: ['203.0.113.1:443'], tls: { requestCert: true, maxVersion: 'TLSv1.2' } },
      lenient: { at: ['203.0.113.5:443'], tls: { requestCert: 'optional' }, ...site({ '/': { text: 'come in' } }) },
    },
  });
  expect(await tlsFault('203.0.113.1')).toMatch(/ALERT_HANDSHAKE_FAILURE$/);
  expect((await get('/')).text).toBe('come in');
});

it('acts out servers that do not speak as they should', async () => {
  const { servers } = world(site({ '/': { text: 'plain' } }));
  lab = await startLab({
    ...world({}),
    servers: {
      plain: { ...servers.web, at: ['203.0.113.1:443'], behaviour: 'plain-http' },
      reset: { at: ['203.0.113.2:443'], behaviour: 'reset' },
      garbage: { at: ['203.0.113.3:443'], behaviour: 'garbage' },
      mute: { at: ['203.0.113.4:443'], behaviour: 'silent-tcp' },
      shy: { at: ['203.0.113.5:443'], behaviour: 'silent-http' },
    },
  });
  const plain = connect(portOf('203.0.113.1', 443), '127.0.0.1');
  opened.push(plain);
  expect((await ask(plain, '/')).text).toBe('plain');
  expect(await tlsFault('203.0.113.1')).toMatch(/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/);

  expect(await tlsFault('203.0.113.2')).toBe('ECONNRESET');
  expect(await readAll(await tlsTo('203.0.113.3'))).toMatch(/^SSH-2\.0-/);

  // Nothing must come from the silent ones before the lab is closed, whatever is sent to them.
  const mute = connect(portOf('203.0.113.4', 443), '127.0.0.1');
  const shy = await tlsTo('203.0.113.5');
  opened.push(mute);
  const heard = Promise.all([readAll(mute), readAll(shy)]);
  mute.write('hello');
  shy.write('GET / HTTP/1.1\r\nHost: example.com\r\n\r\n');
  const answered = await Promise.race([heard, ask(await tlsTo('203.0.113.5'), '/').catch(() => 'closed'), closeSoon()]);
  expect(answered).toBe('closing');
  expect(await heard).toEqual(['', '']);
});

/** Closes the lab once whatever was on its way has arrived. */
const closeSoon = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  void lab.close();
  return 'closing';
};

it('leaves no socket behind, and may be closed twice', async () => {
  const count = () => process.getActiveResourcesInfo().filter((name) => /TCP|UDP/.test(name)).length;
  const before = count();
  lab = await startLab(await loadScenario('healthy', folder));
  await get('/.well-known/matrix/client');
  for (const socket of opened.splice(0)) socket.destroy();
  await Promise.all([lab.close(), lab.close()]);
  await expect.poll(count).toBeLessThanOrEqual(before);
});

it('keeps no process alive once it is closed, whatever it was about to answer', async () => {
  lab = await startLab(world({}));
  const said = await runInOwnProcess(`
    import { startLab } from './src/lab/start-lab.js';
    import { openNet } from './src/net/live.js';
    const tenMinutes = 600_000;
    const lab = await startLab({
      title: 'slow', check: 'example.com', expect: { outcome: 'pass' },
      zone: { 'example.com': { A: ['203.0.113.5'], delayMs: tenMinutes } },
      certificates: { good: { names: ['example.com'] } },
      servers: {
        web: { at: ['203.0.113.5:443'], sites: { '*': { routes: { '*': { delayMs: tenMinutes } } } } },
        mute: { at: ['203.0.113.6:443'], tls: { delayMs: tenMinutes } },
      },
    });
    const net = openNet({ ...lab.netOptions(), timeoutMs: tenMinutes });
    const destination = {
      host: 'example.com', address: '203.0.113.5', port: 443, hostHeader: 'example.com', sni: 'example.com',
      certificateName: 'example.com', priority: null, weight: null,
    };
    const question = { method: 'GET', url: 'https://example.com/', path: '/', destination, maxBytes: 100 };
    let open = false;
    const asked = [
      net.lookup('example.com', 'A'),
      net.request(question),
      net.request({
        ...question,
        destination: { ...destination, address: '203.0.113.6' },
        onConnection: () => { open = true; },
      }),
    ];
    while (lab.requests.dns.length === 0 || lab.requests.http.length === 0 || !open) await new Promise(setImmediate);
    await net.close();
    await Promise.all(asked);
    await lab.close();
    console.log('closed');
  `);
  expect(said).toBe('closed');
});

it('answers as a healthy homeserver does', async () => {
  lab = await startLab(world({ sites: { '*': { homeserver: { serverName: 'example.com', version: '2.0' } } } }));
  const json = async (path: string, method?: string) => {
    const { status, lines, text } = await get(path, undefined, method);
    const origin = lines[lines.indexOf('Access-Control-Allow-Origin') + 1];
    return {
      status,
      body: text === '' ? '' : JSON.parse(text),
      cors: lines.includes('Access-Control-Allow-Origin') ? origin : null,
    };
  };
  expect(await json('/_matrix/federation/v1/version')).toEqual({
    status: 200,
    body: { server: { name: 'Synapse', version: '2.0' } },
    cors: null,
  });
  expect(await json('/_matrix/client/versions')).toMatchObject({
    status: 200,
    cors: '*',
    body: { unstable_features: {} },
  });
  expect(await json('/_matrix/client/v3/login')).toMatchObject({
    body: { flows: [{ type: 'm.login.password' }] },
    cors: '*',
  });
  expect(await json('/_matrix/client/v3/account/whoami')).toMatchObject({
    status: 401,
    body: { errcode: 'M_MISSING_TOKEN' },
    cors: '*',
  });
  expect(await json('/_matrix/federation/v1/nothing')).toMatchObject({
    status: 404,
    body: { errcode: 'M_UNRECOGNIZED' },
    cors: null,
  });
  for (const path of ['/_matrix/client/v1/media/config', '/_matrix/media/v3/config']) {
    expect(await json(path)).toMatchObject({ status: 401, body: { errcode: 'M_MISSING_TOKEN' }, cors: '*' });
  }
  for (const path of [
    '/_matrix/client/v3/nothing',
    '/_matrix/client/v1/auth_metadata',
    '/_matrix/client/unstable/org.matrix.msc2965/auth_metadata',
    '/_matrix/client/unstable/org.matrix.msc4143/rtc/transports',
  ]) {
    expect(await json(path)).toMatchObject({ status: 404, body: { errcode: 'M_UNRECOGNIZED' }, cors: '*' });
  }
  expect(await json('/_matrix/key/v2/server', 'POST')).toMatchObject({
    status: 405,
    body: { errcode: 'M_UNRECOGNIZED' },
  });
  expect(await json('/_matrix/client/v3/login', 'OPTIONS')).toEqual({ status: 204, body: '', cors: '*' });
});
