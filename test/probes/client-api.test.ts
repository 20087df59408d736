import { describe, expect, it } from 'vitest';
import { seen, seenValue, skipped } from '../../src/facts/observation.js';
import { askClientApi } from '../../src/probes/client-api.js';
import type { ClientHome } from '../../src/probes/client-home.js';
import { askClientVersions } from '../../src/probes/client-versions.js';
import { type Answer, type FakeNet, fakeNet, type World } from '../resolution/fake-net.js';
import { placeOf } from './place-of.js';

const BASE = 'https://example.com/base';
const world = (routes: Readonly<Record<string, Answer>> = {}, more: World = {}): World => ({
  dns: { 'example.com A': ['203.0.113.10', '203.0.113.11'] },
  web: { '203.0.113.10:443': { sites: { 'example.com': { '/base/_matrix/client/versions': {}, ...routes } } } },
  ...more,
});

const homeIn = async (net: FakeNet): Promise<ClientHome> => {
  const { baseUrl, located } = await placeOf(net, `${BASE}/`);
  const [at] = located;
  if (at === undefined) throw new Error('there is no address');
  return { baseUrl, at, versions: await askClientVersions(net, at, baseUrl) };
};

describe('askClientApi', () => {
  it('asks one address, below the base URL, all that clients ask next', async () => {
    const net = fakeNet(world({ '/base/_matrix/client/v3/login': { body: '{"flows":[]}' } }));
    const home = await homeIn(net);
    const before = net.questions.length;
    const api = seenValue(await askClientApi(net, seen(home)));
    const asked = net.questions.slice(before);

    expect(new Set(asked.map(({ destination }) => destination.address))).toEqual(new Set(['203.0.113.10']));
    expect(asked.every(({ url, path }) => url === `https://example.com${path}`)).toBe(true);
    const words = asked.map(({ method, path, headers = [], onlyTls12 }) =>
      [method, path.replace('/base/_matrix/', ''), headers.find(([name]) => name === 'Origin')?.[1] ?? 'no origin']
        .concat(onlyTls12 ? ['TLS 1.2'] : [])
        .join(' '),
    );
    const element = 'https://app.element.io';
    expect(words.toSorted()).toEqual(
      [
        'GET client/versions vector://vector',
        'GET client/versions http://localhost:8080',
        'GET client/versions no origin',
        `GET client/versions ${element} TLS 1.2`,
        `OPTIONS client/versions ${element}`,
        `OPTIONS client/v3/login ${element}`,
        `GET client/v3/login ${element}`,
        `GET client/v1/auth_metadata ${element}`,
        `GET client/unstable/org.matrix.msc2965/auth_metadata ${element}`,
        `GET client/v3/account/whoami ${element}`,
        `GET client/v1/media/config ${element}`,
        `GET media/v3/config ${element}`,
        `GET client/v1/matrix_discovery_no_such_endpoint ${element}`,
        `GET client/unstable/org.matrix.msc4143/rtc/transports ${element}`,
      ].toSorted(),
    );

    expect(api).toMatchObject({
      baseUrl: `${BASE}/`,
      login: { url: `${BASE}/_matrix/client/v3/login`, response: { value: { status: 200 } } },
      loginPreflight: { method: 'OPTIONS', url: `${BASE}/_matrix/client/v3/login` },
      versionsPreflight: { method: 'OPTIONS', url: `${BASE}/_matrix/client/versions` },
      whoami: { response: { value: { status: 404 } } },
    });
    expect(api?.versionsForOthers.map(({ origin, look }) => [origin, look.url])).toEqual(
      ['vector://vector', 'http://localhost:8080', null].map((origin) => [origin, `${BASE}/_matrix/client/versions`]),
    );
  });

  it('asks leave as a browser does', async () => {
    const net = fakeNet(world());
    const api = seenValue(await askClientApi(net, seen(await homeIn(net))));
    const lines = (method: string, headers: string) => [
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', method],
      ['Access-Control-Request-Headers', headers],
      ['Origin', 'https://app.element.io'],
    ];
    expect(api?.loginPreflight.requestHeaders).toEqual([
      ['host', 'example.com'],
      ...lines('POST', 'authorization,content-type'),
    ]);
    expect(api?.versionsPreflight.requestHeaders).toEqual([['host', 'example.com'], ...lines('GET', 'authorization')]);
  });

  it('asks with TLS 1.2 only where the server speaks 1.3', async () => {
    const net = fakeNet(world());
    const home = await homeIn(net);
    const session = seenValue(home.versions.connection);
    if (session === undefined) throw new Error('there is no session');
    const old = { ...home, versions: { ...home.versions, connection: seen({ ...session, protocol: 'TLSv1.2' }) } };
    const api = seenValue(await askClientApi(net, seen(old)));
    expect(api?.versionsByTls12).toEqual(skipped('the server speaks no TLS 1.3 anyway'));
    expect(net.questions.some(({ onlyTls12 }) => onlyTls12)).toBe(false);
  });

  it('goes on without the answers that never come', async () => {
    const never: Answer = { never: true };
    const net = fakeNet(
      world(
        { '/base/_matrix/client/v3/login': never, '/base/_matrix/client/v3/account/whoami': never },
        { timeoutMs: 100 },
      ),
    );
    const api = seenValue(await askClientApi(net, seen(await homeIn(net))));
    const because = 'the homeserver took too long with what else it was asked';
    for (const look of [api?.login, api?.loginPreflight, api?.whoami]) {
      expect(look).toMatchObject({ connection: { kind: 'skipped', because }, response: { kind: 'skipped', because } });
    }
    expect(api?.whoami.url).toBe(`${BASE}/_matrix/client/v3/account/whoami`);
    expect(api?.mediaConfig).toMatchObject({ response: { value: { status: 404 } } });
  });

  it('hands on why nobody is asked', async () => {
    const why = skipped('the client file names no usable base URL');
    expect(await askClientApi(fakeNet({}), why)).toBe(why);
  });
});
