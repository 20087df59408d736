import { describe, expect, it } from 'vitest';
import { readClientState } from '../../src/facts/client-state.js';
import { askHomeserver } from '../../src/probes/client-places.js';
import { walkClient } from '../../src/resolution/client.js';
import { type Answer, fakeNet, type Place, type World } from '../resolution/fake-net.js';
import { serverNameOf } from '../resolution/server-name-of.js';

const observedAt = new Date().toISOString();
const URL = 'https://example.com/.well-known/matrix/client';

const stateIn = async (world: World) => {
  const net = fakeNet(world);
  const walk = await walkClient(serverNameOf('example.com'), net, observedAt);
  const homeserver = await askHomeserver(net, walk.homeserver);
  return readClientState({ file: await walk.file, homeserver }, observedAt);
};

const dns = { 'example.com A': ['203.0.113.5'], 'matrix.example.com A': ['203.0.113.10', '203.0.113.11'] };
const file = (answer: Answer): Place => ({ sites: { 'example.com': { '/.well-known/matrix/client': answer } } });
const usable = file({ body: '{"m.homeserver":{"base_url":"https://matrix.example.com"}}' });
const versions = (answer: Answer): Place => ({
  sites: { 'matrix.example.com': { '/_matrix/client/versions': answer } },
});
const good = versions({ body: '{"versions":["v1.11"]}' });

describe('readClientState: the file', () => {
  it.each([
    [{ status: 404 }, 'IGNORE', `${URL} is not there (404)`],
    [{ status: 410 }, 'FAIL_PROMPT', `${URL} answers 410`],
    [{ status: 204 }, 'FAIL_PROMPT', `${URL} answers 204`],
    [{ status: 500 }, 'FAIL_PROMPT', `${URL} answers 500`],
    [{ body: '' }, 'FAIL_PROMPT', `${URL} is empty`],
    [{ body: '<html>' }, 'FAIL_PROMPT', `${URL} is not JSON`],
    [{ body: '[]' }, 'FAIL_PROMPT', expect.stringContaining('but no object')],
    [{ body: '{}' }, 'FAIL_PROMPT', expect.stringContaining('no base URL')],
    [{ bodyFailure: 'body-truncated' }, 'FAIL_PROMPT', `${URL} does not come whole`],
    [{ failure: ['http', 'timeout'] }, 'FAIL_PROMPT', `${URL} cannot be fetched`],
    [{ status: 301 }, 'FAIL_PROMPT', `${URL} redirects to nowhere usable`],
    [
      { body: '{"m.homeserver":{"base_url":"matrix.example.com"}}' },
      'FAIL_ERROR',
      expect.stringContaining('not usable'),
    ],
    [
      { body: '{"m.homeserver":{"base_url":"http://matrix.example.com"}}' },
      'FAIL_ERROR',
      expect.stringContaining('plain http'),
    ],
  ] satisfies [Answer, string, unknown][])('%j -> %s', async (answer, state, because) => {
    expect(await stateIn({ dns, web: { '203.0.113.5:443': file(answer) } })).toEqual({ state, because });
  });

  it('FAIL_PROMPT where the host has no address', async () => {
    expect(await stateIn({})).toEqual({
      state: 'FAIL_PROMPT',
      because: 'example.com has no address, so the client file cannot be fetched',
    });
  });

  it('FAIL_PROMPT where the certificate is for another name', async () => {
    const web = { '203.0.113.5:443': { ...usable, certificate: { names: ['other.example.com'] } } };
    expect(await stateIn({ dns, web })).toMatchObject({ state: 'FAIL_PROMPT' });
  });
});

describe('readClientState: the homeserver', () => {
  it.each([
    ['both addresses are good', good, good, 'SUCCESS'],
    ['one address is dead', { failure: ['tcp', 'timeout'] }, good, 'SUCCESS'],
    ['an empty list of versions', versions({ body: '{"versions":[]}' }), good, 'SUCCESS'],
    ['both answer 404', versions({ status: 404 }), versions({ status: 404 }), 'FAIL_ERROR'],
    ['HTML', versions({ body: '<html>' }), versions({ body: '<html>' }), 'FAIL_ERROR'],
    ['no versions', versions({ body: '{}' }), versions({ body: '{"versions":[1]}' }), 'FAIL_ERROR'],
    [
      'the right answer with status 201',
      versions({ status: 201, body: '{"versions":[]}' }),
      versions({ status: 404 }),
      'FAIL_ERROR',
    ],
    ['an untrusted certificate', { ...good, trust: 'self-signed' }, { ...good, trust: 'incomplete' }, 'FAIL_ERROR'],
  ] satisfies [string, Place, Place, string][])('%s', async (_case, first, second, state) => {
    const web = { '203.0.113.5:443': usable, '203.0.113.10:443': first, '203.0.113.11:443': second };
    expect(await stateIn({ dns, web })).toMatchObject({ state });
  });

  it('FAIL_ERROR for the certificate where a homeserver answers behind it', async () => {
    const web = { '203.0.113.5:443': usable, '203.0.113.10:443': { ...good, trust: 'self-signed' as const } };
    expect(await stateIn({ dns, web })).toEqual({
      state: 'FAIL_ERROR',
      because: 'TLS for https://matrix.example.com is not in order, so no client goes on',
    });
  });

  it('FAIL_ERROR where the host of the base URL has no address', async () => {
    const result = await stateIn({ dns: { 'example.com A': ['203.0.113.5'] }, web: { '203.0.113.5:443': usable } });
    expect(result).toEqual({
      state: 'FAIL_ERROR',
      because: 'matrix.example.com has no address, so the base URL https://matrix.example.com leads nowhere',
    });
  });
});
