import { describe, expect, it } from 'vitest';
import { seen, seenValue, skipped } from '../../src/facts/observation.js';
import { findClientHome } from '../../src/probes/client-home.js';
import { type Answer, fakeNet, type Place, type World } from '../resolution/fake-net.js';
import { placeOf } from './place-of.js';

const OBSERVED_AT = new Date().toISOString();
const VERSIONS: Answer = { body: '{"versions":["v1.11"]}' };
const nobody = skipped('the client file names no usable base URL');

const at = (answer: Answer, more: Omit<Place, 'sites'> = {}): Place => ({
  ...more,
  sites: { 'example.com': { '/_matrix/client/versions': answer } },
});
const world = (first: Place, second: Place): World => ({
  dns: { 'example.com A': ['203.0.113.10', '203.0.113.11'] },
  web: { '203.0.113.10:443': first, '203.0.113.11:443': second },
});

describe('where clients end up, led by the file', () => {
  it.each([
    ['the first address', at(VERSIONS), at(VERSIONS), '203.0.113.10'],
    ['the next where one is dead', { failure: ['tcp', 'timeout'] }, at(VERSIONS), '203.0.113.11'],
    ['the next where one answers anything else', at({ status: 502 }), at(VERSIONS), '203.0.113.11'],
    ['the next where a list is missing', at({ body: '{}' }), at(VERSIONS), '203.0.113.11'],
    ['the one with a good certificate', at(VERSIONS, { trust: 'self-signed' }), at(VERSIONS), '203.0.113.11'],
    [
      'the first where none has a good certificate',
      at(VERSIONS, { trust: 'self-signed' }),
      at(VERSIONS, { trust: 'incomplete' }),
      '203.0.113.10',
    ],
  ] satisfies [string, Place, Place, string][])('is %s', async (_words, first, second, address) => {
    const net = fakeNet(world(first, second));
    const homeserver = seen(await placeOf(net, 'https://example.com/'));
    const home = seenValue(await findClientHome(net, { homeserver, direct: nobody }, OBSERVED_AT));
    expect(home?.at.destination.address).toBe(address);
    expect(home?.versions.destination.address).toBe(address);
    expect(home?.baseUrl.written).toBe('https://example.com/');
  });

  it('is nowhere where nobody lists versions', async () => {
    const net = fakeNet(world(at({ status: 404 }), { failure: ['tls', 'not-tls'] }));
    const homeserver = seen(await placeOf(net, 'https://example.com/'));
    expect(await findClientHome(net, { homeserver, direct: nobody }, OBSERVED_AT)).toEqual(
      skipped('no homeserver answers the question for its versions at https://example.com/'),
    );
  });
});

describe('where clients end up without a file', () => {
  const direct = async (given: World) => {
    const net = fakeNet(given);
    const place = seen(await placeOf(net, 'https://example.com'));
    return findClientHome(net, { homeserver: nobody, direct: place }, OBSERVED_AT);
  };

  it('is the name itself, at the first address that takes the connection', async () => {
    const home = seenValue(await direct(world({ failure: ['tcp', 'timeout'] }, at(VERSIONS))));
    expect(home?.at.destination.address).toBe('203.0.113.11');
  });

  it('is nowhere where that one answers anything else', async () => {
    expect(await direct(world(at({ status: 404 }), at(VERSIONS)))).toEqual(
      skipped('no homeserver answers the question for its versions at https://example.com'),
    );
    expect((await direct({})).kind).toBe('skipped');
  });

  it('is nowhere for the reason that the walk gives', async () => {
    expect(await findClientHome(fakeNet({}), { homeserver: nobody, direct: skipped('x') }, OBSERVED_AT)).toBe(nobody);
  });
});
