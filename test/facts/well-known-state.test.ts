import { describe, expect, it } from 'vitest';
import {
  decidingClientFetch,
  decidingFetch,
  readClientFileFetches,
  readServerFileFetches,
  type ServerFileFetched,
} from '../../src/facts/well-known-state.js';
import { fetchFile } from '../../src/resolution/well-known.js';
import { type Answer, fakeNet, type Place, type World } from '../resolution/fake-net.js';

const observedAt = new Date().toISOString();
const site = (path: string, answer: Answer): Place => ({ sites: { 'example.com': { [path]: answer } } });
const dns = { 'example.com A': ['203.0.113.5', '203.0.113.6'], 'www.example.com A': ['203.0.113.7'] };

const serverFile = async (web: World['web'] = {}) =>
  readServerFileFetches(await fetchFile(fakeNet({ dns, web }), 'example.com', '/server'), observedAt);
const clientFile = async (web: World['web'] = {}) =>
  readClientFileFetches(await fetchFile(fakeNet({ dns, web }), 'example.com', '/client'), observedAt);

const valid: Answer = { body: '{"m.server":"matrix.example.com"}' };
const toWww: Answer = { status: 302, headers: [['Location', 'https://www.example.com/server']] };
const www: Place = { sites: { 'www.example.com': { '/server': valid } } };

type Row = readonly [ServerFileFetched['state'], Answer, number | null];

describe('readServerFileFetches', () => {
  it.each([
    ['valid', valid, 200],
    ['not-found', { status: 404 }, 404],
    ['http-error', { status: 403 }, 403],
    ['http-error', { status: 206, ...valid }, 206],
    ['not-found', { status: 404, bodyFailure: 'body-too-large' }, 404],
    ['invalid-json', { body: '{"m.server"' }, 200],
    ['invalid-json', { body: '' }, 200],
    ['missing-m-server', { body: '{"m.homeserver":{}}' }, 200],
    ['missing-m-server', { body: '{"m.server":8448}' }, 200],
    ['invalid-m-server', { body: '{"m.server":""}' }, 200],
    ['invalid-m-server', { body: '{"m.server":"matrix.example.com/"}' }, 200],
    ['too-large', { bodyFailure: 'body-too-large' }, 200],
    ['unreachable', { bodyFailure: 'timeout' }, 200],
    ['unreachable', { failure: ['http', 'closed'] }, null],
    ['redirect-error', { status: 301 }, 301],
  ] as const satisfies Row[])('%s: %j', async (state, answer: Answer, status) => {
    const [fetched] = await serverFile({ '203.0.113.5:443': site('/server', answer) });
    expect(fetched).toMatchObject({ state, status });
    const isWhole = answer.bodyFailure === undefined && answer.failure === undefined && status === 200;
    expect(fetched?.reading === null).toBe(!isWhole);
  });

  it.each([
    ['tls-error', { failure: ['tls', 'sni-refused'] }],
    ['unreachable', { failure: ['tcp', 'connection-refused'] }],
    ['tls-error', { ...site('/server', valid), trust: 'self-signed' }],
    ['tls-error', { ...site('/server', valid), certificate: { names: ['other.example.com'] } }],
    ['tls-error', { ...site('/server', valid), certificate: { names: ['example.com'], toDays: -1 } }],
    ['tls-error', { ...site('/server', { status: 404 }), trust: 'self-signed' }],
  ] satisfies [ServerFileFetched['state'], Place][])('%s: %j', async (state, place) => {
    expect((await serverFile({ '203.0.113.5:443': place }))[0]).toMatchObject({ state });
  });

  it.each([
    ['the last hop', {}, { ...www, trust: 'self-signed' }],
    ['the first hop', { trust: 'self-signed' }, www],
  ] satisfies [string, Place, Place][])('a TLS fault of %s counts', async (_hop, first, last) => {
    const web = { '203.0.113.5:443': { ...site('/server', toWww), ...first }, '203.0.113.7:443': last };
    expect((await serverFile(web))[0]).toMatchObject({ state: 'tls-error', status: 200 });
  });

  it('reads the answer at the end of a redirect', async () => {
    const web = { '203.0.113.5:443': site('/server', toWww), '203.0.113.7:443': www };
    expect((await serverFile(web))[0]).toMatchObject({ state: 'valid', status: 200 });
  });
});

describe('decidingFetch', () => {
  it('is the first valid one, else the first that answers, else the first, else none', async () => {
    const some = await serverFile({ '203.0.113.6:443': site('/server', valid) });
    expect(decidingFetch(some)?.fetch.address).toBe('203.0.113.6');
    const missing = await serverFile({
      '203.0.113.5:443': { failure: ['tcp', 'timeout'] },
      '203.0.113.6:443': site('/server', { status: 404 }),
    });
    expect(decidingFetch(missing)).toMatchObject({ state: 'not-found', fetch: { address: '203.0.113.6' } });
    expect(decidingFetch(await serverFile())?.fetch.address).toBe('203.0.113.5');
    expect(decidingFetch([])).toBeUndefined();
  });
});

describe('readClientFileFetches', () => {
  const usable: Answer = { body: '{"m.homeserver":{"base_url":"https://matrix.example.com"}}' };

  it('reads what came, and tells TLS faults apart', async () => {
    const fetches = await clientFile({
      '203.0.113.5:443': { ...site('/client', usable), trust: 'incomplete' },
      '203.0.113.6:443': site('/client', usable),
    });
    expect(fetches).toMatchObject([
      { status: 200, tlsFault: true, reading: { kind: 'usable' } },
      { status: 200, tlsFault: false, reading: { kind: 'usable' } },
    ]);
    expect(decidingClientFetch(fetches)?.fetch.address).toBe('203.0.113.6');
  });

  it.each([
    [site('/client', { status: 404 }), { status: 404, tlsFault: false, reading: null }],
    [site('/client', { status: 301 }), { status: null, tlsFault: false, reading: null }],
    [{ failure: ['tls', 'not-tls'] }, { status: null, tlsFault: true, reading: null }],
    [{ failure: ['tcp', 'timeout'] }, { status: null, tlsFault: false, reading: null }],
  ] satisfies [Place, object][])('%j', async (place, expected) => {
    expect((await clientFile({ '203.0.113.5:443': place }))[0]).toMatchObject(expected);
  });
});
