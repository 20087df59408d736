import { describe, expect, it } from 'vitest';
import { walkClient } from '../../src/resolution/client.js';
import { type Answer, fakeNet, type World } from './fake-net.js';
import { serverNameOf } from './server-name-of.js';

const CLIENT_FILE = '/.well-known/matrix/client';

const walk = async (name: string, world: World) => {
  const net = fakeNet(world);
  const result = await walkClient(serverNameOf(name), net, new Date().toISOString());
  return { ...result, file: await result.file, net };
};

const world = (answer: Answer): World => ({
  dns: {
    'example.com A': ['203.0.113.5'],
    'matrix.example.com A': ['203.0.113.10'],
    'matrix.example.com AAAA': ['2001:db8::10'],
    'id.example.com A': ['203.0.113.11'],
  },
  web: { '203.0.113.5:443': { sites: { 'example.com': { [CLIENT_FILE]: answer } } } },
});
const naming = (baseUrl: string, identityServer?: unknown): World =>
  world({ body: JSON.stringify({ 'm.homeserver': { base_url: baseUrl }, 'm.identity_server': identityServer }) });

describe('walkClient', () => {
  it.each([
    ['https://matrix.example.com/', 443, 'matrix.example.com'],
    ['https://matrix.example.com:443', 443, 'matrix.example.com'],
    ['https://matrix.example.com:8448/base', 8448, 'matrix.example.com:8448'],
  ])('leads to every address of the host of %s', async (baseUrl, port, hostHeader) => {
    const { homeserver } = await walk('example.com', naming(baseUrl));
    expect(homeserver).toMatchObject({
      kind: 'seen',
      value: {
        baseUrl: { written: baseUrl },
        located: ['203.0.113.10', '2001:db8::10'].map((address) => ({
          destination: {
            host: 'matrix.example.com',
            address,
            port,
            hostHeader,
            sni: 'matrix.example.com',
            certificateName: 'matrix.example.com',
          },
        })),
      },
    });
  });

  it('asks the hostname on port 443 without the port of the server name, with the Origin of a web client', async () => {
    const { net, file } = await walk('example.com:8448', naming('https://matrix.example.com'));
    expect(file.url).toBe(`https://example.com${CLIENT_FILE}`);
    expect(
      net.questions.map(({ url, headers, destination }) => ({ url, headers, host: destination.hostHeader })),
    ).toEqual([
      {
        url: `https://example.com${CLIENT_FILE}`,
        headers: [['Origin', 'https://app.element.io']],
        host: 'example.com',
      },
    ]);
  });

  it('asks IP addresses too, without SNI', async () => {
    const { net } = await walk('[2001:db8::9]:8448', {});
    expect(net.questions.map(({ destination }) => destination)).toEqual([
      {
        host: '2001:db8::9',
        address: '2001:db8::9',
        port: 443,
        hostHeader: '[2001:db8::9]',
        sni: null,
        certificateName: '2001:db8::9',
        priority: null,
        weight: null,
      },
    ]);
  });

  it('does not look at a base URL with plain http', async () => {
    const { homeserver, net } = await walk('example.com', naming('http://matrix.example.com'));
    expect(homeserver).toEqual({ kind: 'skipped', because: 'the base URL http://matrix.example.com is plain http' });
    expect(net.asked).not.toContain('A matrix.example.com');
  });

  it('finds the identity server', async () => {
    const { identityServer } = await walk(
      'example.com',
      naming('https://matrix.example.com', { base_url: 'https://id.example.com' }),
    );
    expect(identityServer).toMatchObject({
      value: { located: [{ destination: { address: '203.0.113.11', port: 443 } }] },
    });
  });

  it.each([
    [undefined, 'the client file names no identity server'],
    [{}, /^the identity server is not usable: /],
    [{ base_url: 'http://id.example.com' }, /plain http|not usable/],
  ])('skips the identity server %j', async (written, because) => {
    const { identityServer } = await walk('example.com', naming('https://matrix.example.com', written));
    expect(identityServer).toEqual({
      kind: 'skipped',
      because: because instanceof RegExp ? expect.stringMatching(because) : because,
    });
  });

  it('goes to the name itself only where the file is not found', async () => {
    const notFound = await walk('example.com', world({ status: 404 }));
    expect(notFound.direct).toMatchObject({
      kind: 'seen',
      value: { baseUrl: { written: 'https://example.com' }, located: [{ destination: { address: '203.0.113.5' } }] },
    });
    expect(notFound.homeserver).toEqual({ kind: 'skipped', because: 'the client file names no usable base URL' });
    expect((await walk('example.com', world({ status: 500 }))).direct.kind).toBe('skipped');
    expect((await walk('example.com', naming('https://matrix.example.com'))).direct.kind).toBe('skipped');
  });

  it('does not use a file that came with the certificate of another host', async () => {
    const good = naming('https://matrix.example.com');
    const { homeserver } = await walk('example.com', {
      ...good,
      web: { '203.0.113.5:443': { ...good.web?.['203.0.113.5:443'], certificate: { names: ['other.example.com'] } } },
    });
    expect(homeserver.kind).toBe('skipped');
  });
});
