import { describe, expect, it } from 'vitest';
import type { ClientState } from '../../src/facts/client.js';
import { readIdentityServerState } from '../../src/facts/identity-server-state.js';
import { askIdentityServer } from '../../src/probes/client-places.js';
import { walkClient } from '../../src/resolution/client.js';
import { fakeNet, type Place } from '../resolution/fake-net.js';
import { serverNameOf } from '../resolution/server-name-of.js';

const observedAt = new Date().toISOString();

/** A file with that `m.identity_server` on example.com, and that place behind id.example.com. */
const stateWith = async (identityServer: unknown, place: Place, state: ClientState = 'SUCCESS') => {
  const members = { 'm.homeserver': { base_url: 'https://example.com' }, 'm.identity_server': identityServer };
  const net = fakeNet({
    dns: { 'example.com A': ['203.0.113.5'], 'id.example.com A': ['203.0.113.20'] },
    web: {
      '203.0.113.5:443': {
        sites: { 'example.com': { '/.well-known/matrix/client': { body: JSON.stringify(members) } } },
      },
      '203.0.113.20:443': place,
    },
  });
  const walk = await walkClient(serverNameOf('example.com'), net, observedAt);
  const server = await askIdentityServer(net, walk.identityServer);
  return readIdentityServerState({ file: await walk.file, identityServer: server, state }, observedAt);
};

const baseUrl = 'https://id.example.com';
const named = { base_url: baseUrl };
const answering = (body: string, status = 200): Place => ({
  sites: { 'id.example.com': { '/_matrix/identity/v2': { status, body } } },
});
const good = answering('{}');

describe('readIdentityServerState', () => {
  it('is null where the file names none', async () => {
    expect(await stateWith(undefined, good)).toBeNull();
  });

  it('SUCCESS where it answers with a JSON object', async () => {
    expect(await stateWith(named, good)).toEqual({ baseUrl, state: 'SUCCESS' });
  });

  it.each(['IGNORE', 'FAIL_PROMPT', 'FAIL_ERROR'] as const)('is null where the homeserver is %s', async (state) => {
    expect(await stateWith(named, good, state)).toBeNull();
  });

  it.each([
    ['null', null, null],
    ['a string', 'https://id.example.com', null],
    ['an empty object', {}, null],
    ['a number for a base URL', { base_url: 1 }, null],
    ['no URL', { base_url: 'id.example.com' }, 'id.example.com'],
    ['plain http', { base_url: 'http://id.example.com' }, 'http://id.example.com'],
  ])('FAIL_PROMPT for %s', async (_case, identityServer, written) => {
    expect(await stateWith(identityServer, good)).toEqual({ baseUrl: written, state: 'FAIL_PROMPT' });
  });

  it.each([
    ['it does not exist', answering('{}', 404)],
    ['it answers with a list', answering('[]')],
    ['it answers with a page', answering('<html>')],
    ['its port is closed', { failure: ['tcp', 'connection-refused'] }],
    ['its certificate is not trusted', { ...good, trust: 'self-signed' }],
  ] satisfies [string, Place][])('FAIL_PROMPT where %s', async (_case, place) => {
    expect(await stateWith(named, place)).toEqual({ baseUrl, state: 'FAIL_PROMPT' });
  });

  it('FAIL_PROMPT where its host has no address', async () => {
    const elsewhere = 'https://gone.example.com';
    expect(await stateWith({ base_url: elsewhere }, good)).toEqual({ baseUrl: elsewhere, state: 'FAIL_PROMPT' });
  });
});
