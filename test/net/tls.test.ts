import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/facts/failure.js';
import { seenValue } from '../../src/facts/observation.js';
import type { TlsSession } from '../../src/facts/tls.js';
import { serverCertificate } from '../../src/lab/certificates.js';
import type { CertificateRecipe } from '../../src/lab/scenario.js';
import type { TrustStore } from '../../src/net/trust.js';
import { certificateFamily, type Member, weakCertificate } from './certificate-family.js';
import { closing, openTestNet } from './closing.js';
import {
  labTrust,
  ok,
  type QuestionChange,
  question,
  type ScriptedRequest,
  startHttps,
  startTcp,
} from './scripted-server.js';

const sessionWith = async (
  certificate: CertificateRecipe,
  options: TlsOptions = {},
  trustStore?: TrustStore,
): Promise<TlsSession | undefined> => {
  const server = closing(await startHttps(ok('{}'), { certificate, ...options }));
  const net = openTestNet({ trustStore: trustStore ?? (await labTrust()) });
  const look = await net.request(question(server.port));
  expect(seenValue(look.response)?.status).toBe(200);
  return seenValue(look.connection);
};

/** The session with a server that shows this chain, judged by this store. */
const sessionShowing = async (
  shown: readonly Member[],
  trusted: readonly Member[],
): Promise<TlsSession | undefined> => {
  const [leaf] = shown;
  const options = { key: leaf?.key, cert: shown.map(({ pem }) => pem).join('\n') } as TlsOptions;
  return sessionWith({ names: ['example.com'] }, options, storeOf(trusted));
};

const storeOf = (members: readonly Member[]): TrustStore => ({
  certificates: members.map(({ pem }) => pem),
  facts: { sources: [] },
});

const verdictOf = async (shown: readonly Member[], trusted: readonly Member[]) =>
  (await sessionShowing(shown, trusted))?.trust;

describe('what a handshake shows', () => {
  it('is protocol, cipher and the chain, leaf first', async () => {
    const { chain } = await serverCertificate({ names: ['example.com'] });
    const session = await sessionWith({ names: ['example.com'] }, { ALPNProtocols: ['http/1.1'] });
    expect(session).toMatchObject({
      protocol: 'TLSv1.3',
      alpn: 'http/1.1',
      trust: { verdict: 'trusted', openssl: null },
    });
    expect(session?.cipher).toMatch(/^TLS_/);
    const sent = chain
      .split(/-----[A-Z ]+-----/)
      .map((part) => part.replace(/\s/g, ''))
      .filter((part) => part !== '');
    expect(session?.chain).toEqual(sent);
  });

  it.each([
    ['TLSv1.2', /^TLS_ECDHE/],
    ['TLSv1.3', /^TLS_(AES|CHACHA)/],
  ] as const)('works with nothing but %s', async (version, cipher) => {
    const session = await sessionWith({ names: ['example.com'] }, { minVersion: version, maxVersion: version });
    expect(session?.protocol).toBe(version);
    expect(session?.cipher).toMatch(cipher);
  });

  it('is TLS 1.2 where nothing newer may be offered, in a connection of its own', async () => {
    const server = closing(await startHttps(ok('{}'), { certificate: { names: ['example.com'] } }));
    const net = openTestNet({ trustStore: await labTrust() });
    const looks = [
      await net.request(question(server.port)),
      await net.request(question(server.port, { onlyTls12: true })),
      await net.request(question(server.port, { onlyTls12: true, path: '/again' })),
    ];
    expect(looks.map(({ connection }) => seenValue(connection))).toMatchObject(
      ['TLSv1.3', 'TLSv1.2', 'TLSv1.2'].map((protocol) => ({ protocol, trust: { verdict: 'trusted', openssl: null } })),
    );
    expect(server.connections).toBe(2);
  });

  it('fails where the server has nothing that old', async () => {
    const server = closing(
      await startHttps(ok('{}'), { certificate: { names: ['example.com'] }, minVersion: 'TLSv1.3' }),
    );
    const net = openTestNet({ trustStore: await labTrust() });
    const { connection } = await net.request(question(server.port, { onlyTls12: true }));
    expect(connection).toMatchObject({ kind: 'failed', failure: { layer: 'tls', reason: 'tls-too-new' } });
    expect((await net.request(question(server.port))).connection.kind).toBe('seen');
  });

  it('is never a resumed session', async () => {
    let resumed = 0;
    const server = closing(
      await startHttps((request: ScriptedRequest) => {
        if (request.socket.isSessionReused()) resumed += 1;
        request.socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      }),
    );
    const net = openTestNet({ trustStore: await labTrust() });
    for (const path of ['/1', '/2', '/3']) {
      expect(seenValue((await net.request(question(server.port, { path }))).connection)?.chain).toHaveLength(2);
    }
    expect(resumed).toBe(0);
  });
});

describe('the verdict on a chain', () => {
  it.each<[string, CertificateRecipe, TlsSession['trust']['verdict'], string | null]>([
    ['healthy', { names: ['example.com'] }, 'trusted', null],
    ['for another name', { names: ['example.org'] }, 'trusted', null],
    ['without any name', { names: [] }, 'trusted', null],
    ['expired', { names: ['example.com'], toDays: -1 }, 'trusted', 'CERT_HAS_EXPIRED'],
    ['not yet valid', { names: ['example.com'], fromDays: 2 }, 'trusted', 'CERT_NOT_YET_VALID'],
    ['self-signed', { names: ['example.com'], issuer: 'self' }, 'self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [
      'self-signed and expired',
      { names: ['example.com'], issuer: 'self', toDays: -1 },
      'self-signed',
      'CERT_HAS_EXPIRED',
    ],
    [
      'of an unknown authority',
      { names: ['example.com'], issuer: 'unknown' },
      'incomplete',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    ],
    [
      'of an unknown authority and expired',
      { names: ['example.com'], issuer: 'unknown', toDays: -1 },
      'incomplete',
      'CERT_HAS_EXPIRED',
    ],
    [
      'of an unknown authority, root sent along',
      { names: ['example.com'], issuer: 'unknown', chain: 'with-root' },
      'self-signed-root',
      'SELF_SIGNED_CERT_IN_CHAIN',
    ],
    [
      'of an unknown authority, root sent along, expired',
      { names: ['example.com'], issuer: 'unknown', chain: 'with-root', toDays: -1 },
      'self-signed-root',
      'CERT_HAS_EXPIRED',
    ],
    [
      'without its intermediate',
      { names: ['example.com'], chain: 'leaf' },
      'incomplete',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    [
      'without its intermediate and expired',
      { names: ['example.com'], chain: 'leaf', toDays: -1 },
      'incomplete',
      'CERT_HAS_EXPIRED',
    ],
    ['for clients only', { names: ['example.com'], purpose: 'client' }, 'invalid', 'INVALID_PURPOSE'],
    [
      'for clients only and expired',
      { names: ['example.com'], purpose: 'client', toDays: -1 },
      'invalid',
      'CERT_HAS_EXPIRED',
    ],
  ])('%s', async (_what, recipe, verdict, openssl) => {
    expect((await sessionWith(recipe))?.trust).toEqual({ verdict, openssl });
  });

  it('trusts a self-signed certificate that is in the store, expired or not', async () => {
    const { self, expiredSelf } = await certificateFamily();
    expect(await verdictOf([self], [self])).toEqual({ verdict: 'trusted', openssl: null });
    expect(await verdictOf([expiredSelf], [expiredSelf])).toEqual({ verdict: 'trusted', openssl: 'CERT_HAS_EXPIRED' });
  });

  it('trusts a store that holds only the intermediate', async () => {
    const { leaf, intermediate } = await certificateFamily();
    expect((await verdictOf([leaf, intermediate], [intermediate]))?.verdict).toBe('trusted');
  });

  it('finds its way through certificates that are misordered or not needed', async () => {
    const { expiredLeaf, leaf, intermediate, root, stranger } = await certificateFamily();
    expect((await verdictOf([leaf, stranger, root, intermediate], [root]))?.verdict).toBe('trusted');
    expect((await verdictOf([expiredLeaf, stranger, root, intermediate], [root]))?.verdict).toBe('trusted');
    expect((await verdictOf([expiredLeaf, stranger], [root]))?.verdict).toBe('incomplete');
  });

  it('does not believe an issuer by its name alone', async () => {
    const { expiredLeaf, impostor, impostorRoot, root } = await certificateFamily();
    expect((await verdictOf([expiredLeaf, impostor], [root]))?.verdict).toBe('incomplete');
    expect((await verdictOf([expiredLeaf], [root, impostorRoot]))?.verdict).toBe('incomplete');
  });

  it('does not believe an issuer that is no authority', async () => {
    const { expiredBelowLeaf, leaf, intermediate, root } = await certificateFamily();
    expect((await verdictOf([expiredBelowLeaf, leaf, intermediate], [root]))?.verdict).not.toBe('trusted');
  });
});

describe('the chain that is kept', () => {
  const subjects = async (shown: readonly Member[], trusted: readonly Member[]) =>
    (await sessionShowing(shown, trusted))?.chain.length;

  it('is what was sent, without what the store would add', async () => {
    const { leaf, intermediate, root, stranger } = await certificateFamily();
    expect(await subjects([leaf], [root, intermediate])).toBe(1);
    expect(await subjects([leaf, intermediate], [root])).toBe(2);
    expect(await subjects([leaf, intermediate, root], [root])).toBe(3);
    expect((await sessionShowing([leaf, stranger, root, intermediate], [root]))?.chain).toEqual(
      [leaf, stranger, root, intermediate].map(({ der }) => der),
    );
  });
});

describe('a handshake that fails', () => {
  const lookAt = async (options: Parameters<typeof startHttps>[1], change: QuestionChange = {}) => {
    const server = closing(await startHttps(ok('{}'), options));
    return openTestNet().request(question(server.port, change));
  };

  it.each(['TLSv1', 'TLSv1.1'] as const)('because only %s is offered is tls-too-old', async (version) => {
    const look = await lookAt({ minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(look.connection).toMatchObject({ failure: { layer: 'tls', reason: 'tls-too-old' } });
    expect(look.response.kind).toBe('skipped');
    expect(look.timings.tcpMs).toBeGreaterThanOrEqual(0);
    expect(look.timings.tlsMs).toBeNull();
  });

  it.each([
    [112, 'sni-refused', 'the server refuses this name (alert unrecognized_name)'],
    [70, 'tls-too-old', 'only TLS 1.1 or older is offered'],
    [116, 'client-certificate-required', 'the server wants a client certificate'],
    [42, 'client-certificate-required', 'the server wants a client certificate'],
    [40, 'tls-error', 'the server ended the TLS handshake (alert handshake_failure)'],
    [80, 'tls-error', 'the server ended the TLS handshake (alert internal_error)'],
  ])('with alert %i is %s', async (alert, reason, message) => {
    const server = closing(
      await startTcp((socket) => void socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, alert])))),
    );
    const look = await openTestNet().request(question(server.port));
    expect(look.connection).toMatchObject({ failure: { layer: 'tls', reason, message } });
  });

  it('because no cipher fits is a tls-error with the alert', async () => {
    const look = await lookAt({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' });
    expect(look.connection).toMatchObject({
      failure: {
        layer: 'tls',
        reason: 'tls-error',
        message: 'the server ended the TLS handshake (alert handshake_failure)',
      },
    });
  });

  it.each<[string, (socket: Socket) => void, Partial<Failure>]>([
    [
      'plain HTTP',
      (socket) => void socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      { reason: 'not-tls' },
    ],
    [
      'plain HTTP that speaks first',
      (socket) => void socket.write('HTTP/1.1 408 Request Timeout\r\n\r\n'),
      { reason: 'not-tls' },
    ],
    ['an SSH banner', (socket) => void socket.write('SSH-2.0-OpenSSH_9.2p1\r\n'), { reason: 'not-tls' }],
    [
      'a close',
      (socket) => void socket.end(),
      { reason: 'tls-error', message: 'the connection was closed within the TLS handshake' },
    ],
    ['a close after the hello', (socket) => void socket.once('data', () => socket.end()), { reason: 'tls-error' }],
    [
      'a reset',
      (socket) => void socket.once('data', () => socket.resetAndDestroy()),
      { reason: 'connection-reset', code: 'ECONNRESET' },
    ],
  ])('with %s', async (_what, script, failure) => {
    const server = closing(await startTcp(script));
    const look = await openTestNet().request(question(server.port));
    expect(look.connection).toMatchObject({ kind: 'failed', failure: { layer: 'tls', ...failure } });
    expect(look.connection).toMatchObject({ failure: { message: expect.stringMatching(/\w/) } });
  });

  it('with silence is a timeout in layer tls', async () => {
    const server = closing(await startTcp((socket) => void socket.resume()));
    const look = await openTestNet({ timeoutMs: 4_000 }).request(question(server.port));
    expect(look.connection).toMatchObject({
      failure: { layer: 'tls', reason: 'timeout', message: 'no complete TLS handshake within 0.8 s' },
    });
    await expect.poll(() => server.sockets.size).toBe(0);
  });
});

it('a key too weak for today does not hide what else is wrong, in any version of Node', async () => {
  const { key, pem } = await weakCertificate();
  const session = await sessionWith({ names: ['example.com'] }, { key, cert: pem, ciphers: 'DEFAULT@SECLEVEL=0' });
  expect(session?.trust).toEqual({ verdict: 'self-signed', openssl: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

describe('a server that requires a client certificate', () => {
  it('says so only after the handshake of TLS 1.3', async () => {
    const server = closing(await startHttps(ok('{}'), { requestCert: true, rejectUnauthorized: true }));
    const look = await openTestNet({ trustStore: await labTrust() }).request(question(server.port));
    expect(seenValue(look.connection)?.protocol).toBe('TLSv1.3');
    expect(look.response).toMatchObject({
      kind: 'failed',
      failure: {
        layer: 'tls',
        reason: 'client-certificate-required',
        message: 'the server wants a client certificate',
      },
    });
  });

  it('says so within the handshake of TLS 1.2, by an alert that could mean something else before the certificate', async () => {
    const options = { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' } as const;
    const server = closing(await startHttps(ok('{}'), options));
    const look = await openTestNet({ trustStore: await labTrust() }).request(question(server.port));
    expect(look.connection).toEqual({
      kind: 'failed',
      failure: {
        layer: 'tls',
        reason: 'client-certificate-required',
        message: 'the server wants a client certificate',
        code: expect.stringMatching(/_ALERT_HANDSHAKE_FAILURE$/),
      },
    });
  });

  it('that only asks for one is answered', async () => {
    expect(
      (await sessionWith({ names: ['example.com'] }, { requestCert: true, rejectUnauthorized: false }))?.protocol,
    ).toBe('TLSv1.3');
  });
});
