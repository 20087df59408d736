import { describe, expect, it } from 'vitest';
import { seenValue } from '../../src/facts/observation.js';
import { walkClient } from '../../src/resolution/client.js';
import { fetchClientFileAtPort } from '../../src/resolution/client-file-at-port.js';
import { fetchClientFileForOthers } from '../../src/resolution/client-file-for-others.js';
import { fetchClientFilesElsewhere } from '../../src/resolution/client-files-elsewhere.js';
import { fetchPolicyServerFile } from '../../src/resolution/policy-server.js';
import { type Answer, type FakeNet, fakeNet, type World } from './fake-net.js';
import { serverNameOf } from './server-name-of.js';

const CLIENT_FILE = '/.well-known/matrix/client';
const naming = (baseUrl: string): Answer => ({ body: JSON.stringify({ 'm.homeserver': { base_url: baseUrl } }) });

/** `example.com` at two addresses, each with its own answer. */
const world = (first: Answer, second: Answer = first): World => ({
  dns: { 'example.com A': ['203.0.113.5', '203.0.113.6'] },
  web: {
    '203.0.113.5:443': { sites: { 'example.com': { [CLIENT_FILE]: first, '/policy': { body: '{}' } } } },
    '203.0.113.6:443': { sites: { 'example.com': { [CLIENT_FILE]: second } } },
  },
});

const walkIn = async (given: World, name = 'example.com') => {
  const net = fakeNet(given);
  const walk = await walkClient(serverNameOf(name), net, new Date().toISOString());
  await walk.file;
  return { net, walk };
};

describe('the address whose file decides', () => {
  it.each([
    ['the first', naming('https://a.example.com'), naming('https://b.example.com'), '203.0.113.5'],
    ['the first that is usable', { status: 500 }, naming('https://b.example.com'), '203.0.113.6'],
    ['the first that answers', { failure: ['http', 'closed'] }, { status: 404 }, '203.0.113.6'],
  ] satisfies [string, Answer, Answer, string][])('is %s', async (_words, first, second, address) => {
    const { walk } = await walkIn(world(first, second));
    expect(seenValue(walk.decidedAt)?.destination.address).toBe(address);
  });

  it.each([
    [{}, 'there is no address to ask for https://example.com/.well-known/matrix/client'],
    [
      world({ failure: ['http', 'closed'] }),
      'no address gives an answer for https://example.com/.well-known/matrix/client that clients take',
    ],
    [
      world({ status: 302, headers: [['Location', CLIENT_FILE]] }),
      'https://example.com/.well-known/matrix/client redirects to nowhere usable',
    ],
  ] satisfies [World, string][])('is nowhere: %#', async (given, because) => {
    const { walk } = await walkIn(given);
    expect(walk).toMatchObject({ members: null, decidedAt: { kind: 'skipped', because } });
    expect(await fetchClientFileForOthers(serverNameOf('example.com'), fakeNet(given), walk.decidedAt)).toBe(
      walk.decidedAt,
    );
  });

  it('gives the members of its file', async () => {
    const { walk } = await walkIn(world(naming('https://a.example.com')));
    expect(walk.members).toEqual({ 'm.homeserver': { base_url: 'https://a.example.com' } });
  });
});

describe('the client file for others', () => {
  it('is asked for at that address alone, with redirects, under each origin and without one', async () => {
    const moved: Answer = { status: 302, headers: [['Location', 'https://example.com/policy']] };
    const { net, walk } = await walkIn(world(moved, { status: 500 }));
    const before = net.questions.length;
    const files = seenValue(await fetchClientFileForOthers(serverNameOf('example.com'), net, walk.decidedAt));
    expect(files?.map(({ origin, fetch }) => [origin, fetch.address, fetch.hops.length, fetch.end.kind])).toEqual([
      ['vector://vector', '203.0.113.5', 2, 'answered'],
      ['http://localhost:8080', '203.0.113.5', 2, 'answered'],
      [null, '203.0.113.5', 2, 'answered'],
    ]);
    expect(net.questions.slice(before).map(({ headers }) => headers)).toEqual(
      [
        [[['Origin', 'vector://vector']], [['Origin', 'http://localhost:8080']], []],
        [[['Origin', 'vector://vector']], [['Origin', 'http://localhost:8080']], []],
      ].flat(),
    );
  });
});

describe('the client file at the port of the name', () => {
  it('is asked for where there is one', async () => {
    const net = fakeNet(world({}));
    expect(await fetchClientFileAtPort(serverNameOf('example.com:8448'), net)).toMatchObject({
      kind: 'seen',
      value: { url: 'https://example.com:8448/.well-known/matrix/client', fetches: [{}, {}] },
    });
    expect(
      net.questions.map(({ destination, headers }) => [destination.port, destination.hostHeader, headers]),
    ).toEqual(Array(2).fill([8448, 'example.com:8448', [['Origin', 'https://app.element.io']]]));
  });

  it.each([
    ['example.com', 'the server name has no port'],
    ['example.com:443', 'the port of the server name is 443, where every client looks'],
  ])('is not for %s', async (name, because) => {
    const net = fakeNet(world({}));
    expect(await fetchClientFileAtPort(serverNameOf(name), net)).toEqual({ kind: 'skipped', because });
    expect(net.asked).toEqual([]);
  });
});

describe('the client file elsewhere', () => {
  const urls = async (name: string, delegated: string | null, given: World): Promise<readonly string[]> => {
    const { walk } = await walkIn(given, name);
    const delegatedName = delegated === null ? null : serverNameOf(delegated);
    const files = await fetchClientFilesElsewhere(serverNameOf(name), delegatedName, walk, fakeNet(given));
    return files.map(({ url }) => url.replace(CLIENT_FILE, ''));
  };
  const missing = world({ status: 404 });

  it.each([
    ['example.com', null, 'https://matrix.example.com:8448/', ['https://matrix.example.com']],
    ['example.com', 'synapse.example.com:443', 'https://matrix.example.com', ['https://matrix.example.com']],
    ['example.com', 'MATRIX.example.com:443', 'https://matrix.example.com', []],
    ['example.com', null, 'https://EXAMPLE.com./', []],
    ['example.com', null, 'https://203.0.113.10', []],
    ['example.com', null, 'https://[2001:db8::10]', []],
    ['example.com', null, 'http://matrix.example.com', []],
  ])('%s, delegated to %s: base URL %s', async (name, delegated, baseUrl, expected) => {
    expect(await urls(name, delegated, world(naming(baseUrl)))).toEqual(expected);
  });

  it.each([
    ['example.com', null, missing, ['https://matrix.example.com', 'https://www.example.com']],
    ['example.com:8448', null, missing, ['https://matrix.example.com', 'https://www.example.com']],
    ['example.com', 'matrix.example.com', missing, ['https://www.example.com']],
    ['example.com', null, world({ status: 500 }), ['https://matrix.example.com', 'https://www.example.com']],
    ['example.com', null, world({ body: '<html>' }), ['https://matrix.example.com', 'https://www.example.com']],
    ['example.com', null, {}, ['https://matrix.example.com', 'https://www.example.com']],
    ['example.com', null, { dns: { 'example.com A': 'timeout' } }, []],
    ['www.example.com', null, missing, []],
    ['Matrix.example.com', null, missing, []],
    [
      'matrixhost.example.com',
      null,
      missing,
      ['https://matrix.matrixhost.example.com', 'https://www.matrixhost.example.com'],
    ],
    ['203.0.113.5', null, missing, []],
    ['[2001:db8::5]', null, missing, []],
  ] satisfies [string, string | null, World, string[]][])(
    '%s, delegated to %s, without a file: %#',
    async (name, delegated, given, expected) => {
      expect(await urls(name, delegated, given)).toEqual(expected);
    },
  );
});

it('asks for the policy server as a web client', async () => {
  const net: FakeNet = fakeNet(world({}));
  const file = await fetchPolicyServerFile(serverNameOf('example.com:8448'), net);
  expect(file).toMatchObject({ url: 'https://example.com/.well-known/matrix/policy_server', fetches: [{}, {}] });
  expect(net.questions.map(({ headers }) => headers)).toEqual(Array(2).fill([['Origin', 'https://app.element.io']]));
});
