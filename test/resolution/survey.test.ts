import { describe, expect, it } from 'vitest';
import { walkClient } from '../../src/resolution/client.js';
import { walkFederation } from '../../src/resolution/federation.js';
import { surveyFiles, surveySrv } from '../../src/resolution/survey.js';
import { type FakeNet, fakeNet, type World } from './fake-net.js';
import { serverNameOf } from './server-name-of.js';

const survey = async (text: string, world: World) => {
  const net: FakeNet = fakeNet(world);
  const name = serverNameOf(text);
  const walk = await walkFederation(name, net, {
    observedAt: new Date().toISOString(),
    chance: () => 0.5,
    onStep: () => undefined,
  });
  const srv = await surveySrv(name, walk, net, () => 0.5);
  const files = await surveyFiles(name, walk, net, walkClient(name, net, new Date().toISOString()));
  return {
    owners: srv.hiddenSrv.map(({ owner }) => owner),
    to: srv.located.map(({ destination: { address, port, hostHeader } }) => `${address}:${port} as ${hostHeader}`),
    ...files,
  };
};

const delegating = (mServer: string): NonNullable<World['web']> => ({
  '203.0.113.5:443': {
    sites: { 'example.com': { '/.well-known/matrix/server': { body: JSON.stringify({ 'm.server': mServer }) } } },
  },
});
const dns = {
  'example.com A': ['203.0.113.5'],
  'matrix.example.com A': ['203.0.113.10'],
  'old.example.com A': ['203.0.113.22'],
};
const fed = (name: string) => ({ [`_matrix-fed._tcp.${name} SRV`]: ['10 0 8448 old.example.com'] });
const deprecated = (name: string) => ({ [`_matrix._tcp.${name} SRV`]: ['10 0 8449 old.example.com'] });

describe('surveySrv', () => {
  const rows: readonly {
    readonly case: string;
    readonly name: string;
    readonly world: World;
    readonly owners: readonly string[];
    readonly to: readonly string[];
  }[] = [
    {
      case: 'behind a valid well-known',
      name: 'example.com',
      world: {
        dns: { ...dns, ...fed('example.com'), ...deprecated('example.com') },
        web: delegating('matrix.example.com:443'),
      },
      owners: ['_matrix-fed._tcp.example.com', '_matrix._tcp.example.com'],
      to: ['203.0.113.22:8448 as example.com', '203.0.113.22:8449 as example.com'],
    },
    {
      case: 'behind a port in the name',
      name: 'example.com:8448',
      world: { dns: { ...dns, ...deprecated('example.com') } },
      owners: ['_matrix._tcp.example.com'],
      to: ['203.0.113.22:8449 as example.com'],
    },
    {
      case: 'the deprecated service beside the newer one',
      name: 'example.com',
      world: { dns: { ...dns, ...fed('example.com'), ...deprecated('example.com') } },
      owners: ['_matrix._tcp.example.com'],
      to: ['203.0.113.22:8449 as example.com'],
    },
    {
      case: 'the deprecated service beside the newer one on the delegated name',
      name: 'example.com',
      world: {
        dns: { ...dns, ...fed('matrix.example.com'), ...deprecated('matrix.example.com') },
        web: delegating('matrix.example.com'),
      },
      owners: ['_matrix._tcp.matrix.example.com'],
      to: ['203.0.113.22:8449 as matrix.example.com'],
    },
    {
      case: 'delegation to the name itself, with a port',
      name: 'example.com',
      world: { dns: { ...dns, ...fed('example.com') }, web: delegating('example.com:443') },
      owners: ['_matrix-fed._tcp.example.com'],
      to: ['203.0.113.22:8448 as example.com'],
    },
    {
      case: 'delegation to the name itself, without a port: the walk asked',
      name: 'example.com',
      world: { dns: { ...dns, ...deprecated('example.com') }, web: delegating('example.com') },
      owners: [],
      to: [],
    },
    {
      case: 'nothing there',
      name: 'example.com',
      world: { dns, web: delegating('matrix.example.com:443') },
      owners: [],
      to: [],
    },
    { case: 'an IP literal', name: '203.0.113.5', world: { dns }, owners: [], to: [] },
    {
      case: 'the deprecated service that the walk went by',
      name: 'example.com',
      world: { dns: { ...dns, ...deprecated('example.com') } },
      owners: [],
      to: [],
    },
  ];
  it.each(rows)('$case', async ({ name, world, owners, to }) => {
    expect(await survey(name, world)).toMatchObject({ owners, to });
  });
});

describe('surveyFiles', () => {
  it.each(['203.0.113.5', 'example.com:8448'])('looks for a server file that nobody reads: %s', async (name) => {
    const result = await survey(name, { dns });
    expect(result.pointlessServerFile.kind).toBe('seen');
    expect(result.delegatedServerFile).toEqual({ kind: 'skipped', because: 'there is no delegated host' });
  });

  it('looks at the files of the delegated host', async () => {
    const { delegatedServerFile, delegatedClientFile, pointlessServerFile } = await survey('example.com', {
      dns,
      web: delegating('matrix.example.com:443'),
    });
    expect(pointlessServerFile).toEqual({ kind: 'skipped', because: 'the server file is part of the walk' });
    expect(delegatedServerFile).toMatchObject({
      value: { url: 'https://matrix.example.com/.well-known/matrix/server' },
    });
    expect(delegatedClientFile).toMatchObject({
      value: { url: 'https://matrix.example.com/.well-known/matrix/client' },
    });
  });

  it('knows the delegated host for the same in other letters', async () => {
    const { delegatedServerFile } = await survey('example.com', { dns, web: delegating('EXAMPLE.com.:443') });
    expect(delegatedServerFile).toEqual({ kind: 'skipped', because: 'the delegated host is the server name itself' });
  });
});
