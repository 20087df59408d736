import { describe, expect, it } from 'vitest';
import type { FileFetch } from '../../src/facts/http.js';
import { fetchFile } from '../../src/resolution/well-known.js';
import { type Answer, type FakeNet, fakeNet, type Place, type World } from './fake-net.js';

const PATH = '/.well-known/matrix/client';
const redirect = (location: string, status = 302): Answer => ({ status, headers: [['Location', location]] });
const site = (host: string, answers: Readonly<Record<string, Answer>>): Place => ({ sites: { [host]: answers } });

const fetchOne = async (world: World, origin: string | null = null): Promise<FileFetch & { net: FakeNet }> => {
  const net = fakeNet(world);
  const { fetches } = await fetchFile(net, 'example.com', PATH, origin);
  const [fetch] = fetches;
  if (fetch === undefined) throw new Error('example.com has no address in this world');
  return { ...fetch, net };
};

const urls = (fetch: FileFetch): readonly string[] => fetch.hops.map(({ url }) => url);
const dns = { 'example.com A': ['203.0.113.5'], 'www.example.com A': ['203.0.113.6'] };

describe('followRedirects', () => {
  it.each([301, 302, 303, 307, 308])('follows %i with the names of the next host', async (status) => {
    const fetch = await fetchOne({
      dns,
      web: {
        '203.0.113.5:443': site('example.com', { [PATH]: redirect('https://www.example.com:8443/file', status) }),
        '203.0.113.6:8443': site('www.example.com:8443', { '/file': { body: '{}' } }),
      },
    });
    expect(fetch.end).toEqual({ kind: 'answered' });
    expect(urls(fetch)).toEqual([`https://example.com${PATH}`, 'https://www.example.com:8443/file']);
    expect(fetch.hops[1]?.destination).toEqual({
      host: 'www.example.com',
      address: '203.0.113.6',
      port: 8443,
      hostHeader: 'www.example.com:8443',
      sni: 'www.example.com',
      certificateName: 'www.example.com',
      priority: null,
      weight: null,
    });
  });

  it.each([300, 304, 305, 399])('does not follow %i', async (status) => {
    const fetch = await fetchOne({
      dns,
      web: { '203.0.113.5:443': site('example.com', { [PATH]: redirect('/other', status) }) },
    });
    expect(fetch.end).toEqual({ kind: 'answered' });
    expect(fetch.hops).toHaveLength(1);
  });

  it.each([
    ['loop', redirect(PATH), PATH],
    ['plain-http', redirect('http://example.com/'), 'http://example.com/'],
    ['bad-location', redirect('https://ex_ample..com/'), 'https://ex_ample..com/'],
    ['no-location', { status: 301 }, null],
  ] as const)('ends in %s', async (fault, answer, location) => {
    const fetch = await fetchOne({ dns, web: { '203.0.113.5:443': site('example.com', { [PATH]: answer }) } });
    expect(fetch.end).toEqual({ kind: 'redirect-error', fault, location });
    expect(fetch.hops).toHaveLength(1);
  });

  it.each([
    [20, 'answered'],
    [21, 'redirect-error'],
  ])('%i redirects: %s', async (redirects, kind) => {
    const answers: Record<string, Answer> = { [PATH]: redirect('/1') };
    for (let hop = 1; hop < redirects; hop++) answers[`/${hop}`] = redirect(`/${hop + 1}`);
    answers[`/${redirects}`] = { body: '{}' };
    const fetch = await fetchOne({ dns, web: { '203.0.113.5:443': site('example.com', answers) } });
    expect(fetch.end.kind).toBe(kind);
    expect(fetch.hops).toHaveLength(21);
    if (fetch.end.kind === 'redirect-error') expect(fetch.end.fault).toBe('too-many');
  });

  it('stays at its address while the host stays the same', async () => {
    const answers = { [PATH]: redirect('/file'), '/file': { body: '{}' } };
    const net = fakeNet({
      dns: { 'example.com A': ['203.0.113.5', '203.0.113.7'] },
      web: { '203.0.113.5:443': site('example.com', answers), '203.0.113.7:443': site('example.com', answers) },
    });
    const file = await fetchFile(net, 'example.com', PATH);
    expect(file.fetches.map(({ hops }) => hops.map((hop) => hop.destination.address))).toEqual([
      ['203.0.113.5', '203.0.113.5'],
      ['203.0.113.7', '203.0.113.7'],
    ]);
  });

  it('tries the addresses of the next host in turn, its own family first, and keeps every look', async () => {
    const net = fakeNet({
      dns: {
        'example.com AAAA': ['2001:db8::5'],
        'www.example.com A': ['203.0.113.6'],
        'www.example.com AAAA': ['2001:db8::6', '2001:db8::7'],
      },
      web: {
        '[2001:db8::5]:443': site('example.com', { [PATH]: redirect('https://www.example.com/') }),
        '203.0.113.6:443': site('www.example.com', { '/': { body: '{}' } }),
      },
    });
    const file = await fetchFile(net, 'example.com', PATH);
    expect(file.fetches[0]?.hops.map((hop) => hop.destination.address)).toEqual([
      '2001:db8::5',
      '2001:db8::6',
      '2001:db8::7',
      '203.0.113.6',
    ]);
    expect(file.fetches[0]?.end).toEqual({ kind: 'answered' });
  });

  it('says where it failed', async () => {
    const fetch = await fetchOne({
      dns: { 'example.com A': ['203.0.113.5'] },
      web: { '203.0.113.5:443': site('example.com', { [PATH]: redirect('https://gone.example.com/') }) },
    });
    expect(fetch.end).toEqual({
      kind: 'failed',
      url: 'https://gone.example.com/',
      failure: {
        layer: 'dns',
        reason: 'no-address',
        message: 'gone.example.com has no address (NXDOMAIN)',
        code: null,
      },
    });
  });

  it('gives up on the redirects as a whole, not only on each request', async () => {
    const fetch = await fetchOne({
      dns,
      timeoutMs: 50,
      web: {
        '203.0.113.5:443': site('example.com', { [PATH]: redirect('/silent'), '/silent': { never: true } }),
      },
    });
    expect(fetch.hops).toHaveLength(1);
    expect(fetch.end).toMatchObject({
      kind: 'failed',
      url: 'https://example.com/silent',
      failure: { layer: 'http', reason: 'timeout' },
    });
  });

  it('sends Origin as a browser does: null once a redirect has left another origin', async () => {
    const { net } = await fetchOne(
      {
        dns: { ...dns, 'cdn.example.net A': ['203.0.113.7'] },
        web: {
          '203.0.113.5:443': site('example.com', { [PATH]: redirect('https://www.example.com/') }),
          '203.0.113.6:443': site('www.example.com', { '/': redirect('https://cdn.example.net/') }),
          '203.0.113.7:443': site('cdn.example.net', { '/': { body: '{}' } }),
        },
      },
      'https://app.element.io',
    );
    expect(net.questions.map(({ headers }) => headers)).toEqual([
      [['Origin', 'https://app.element.io']],
      [['Origin', 'null']],
      [['Origin', 'null']],
    ]);
  });

  it('sends no Origin where a server asks', async () => {
    const { net } = await fetchOne({
      dns,
      web: { '203.0.113.5:443': site('example.com', { [PATH]: { body: '{}' } }) },
    });
    expect(net.questions.map(({ headers }) => headers)).toEqual([[]]);
  });
});
