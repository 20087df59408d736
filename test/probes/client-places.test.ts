import { describe, expect, it } from 'vitest';
import { seen, skipped } from '../../src/facts/observation.js';
import { askDirectly, askHomeserver, askIdentityServer } from '../../src/probes/client-places.js';
import { fakeNet, type World } from '../resolution/fake-net.js';
import { placeOf } from './place-of.js';

const world: World = {
  dns: { 'example.com A': ['203.0.113.10', '203.0.113.11'] },
  web: {
    '203.0.113.11:443': {
      sites: {
        'example.com': {
          '/base/_matrix/client/versions': { body: '{"versions":[]}' },
          '/_matrix/identity/v2': { body: '{}' },
        },
      },
    },
  },
};

describe('askHomeserver', () => {
  it('asks every address, joining path and base URL as text', async () => {
    const net = fakeNet(world);
    const asked = await askHomeserver(net, seen(await placeOf(net, 'https://example.com/base/')));
    expect(asked).toMatchObject({
      kind: 'seen',
      value: {
        baseUrl: 'https://example.com/base/',
        versions: [
          { connection: { kind: 'failed' } },
          { url: 'https://example.com/base/_matrix/client/versions', response: { value: { status: 200 } } },
        ],
      },
    });
    expect(net.questions.map(({ path, headers }) => [path, headers])).toEqual(
      Array(2).fill(['/base/_matrix/client/versions', [['Origin', 'https://app.element.io']]]),
    );
  });

  it('has no look where the host has no address', async () => {
    const net = fakeNet({});
    expect(await askHomeserver(net, seen(await placeOf(net, 'https://example.com')))).toMatchObject({
      value: { versions: [] },
    });
  });
});

describe('askIdentityServer', () => {
  it('goes on to the next address where one does not connect', async () => {
    const net = fakeNet(world);
    const asked = await askIdentityServer(net, seen(await placeOf(net, 'https://example.com')));
    expect(asked).toMatchObject({
      value: { baseUrl: 'https://example.com', look: { destination: { address: '203.0.113.11' } } },
    });
  });

  it('fails where there is no address', async () => {
    const net = fakeNet({});
    expect(await askIdentityServer(net, seen(await placeOf(net, 'https://example.com')))).toEqual({
      kind: 'failed',
      failure: { layer: 'dns', reason: 'no-address', message: 'example.com has no address (NXDOMAIN)', code: null },
    });
  });
});

describe('askDirectly', () => {
  it('stays with an address that connects, whatever it answers', async () => {
    const net = fakeNet({
      ...world,
      web: { '203.0.113.10:443': {}, ...world.web },
    });
    const asked = await askDirectly(net, seen(await placeOf(net, 'https://example.com')));
    expect(asked).toMatchObject({
      value: { destination: { address: '203.0.113.10' }, response: { value: { status: 404 } } },
    });
    expect(net.questions).toHaveLength(1);
  });

  it('hands on why nobody asked', async () => {
    const why = skipped('the file names a homeserver');
    expect(await askDirectly(fakeNet({}), why)).toBe(why);
  });
});
