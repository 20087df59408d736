import { describe, expect, it } from 'vitest';
import { type CertificateFault, certificateFaults } from '../../src/facts/certificate-state.js';
import type { HttpLook } from '../../src/facts/http.js';
import { seen } from '../../src/facts/observation.js';
import { addressesOf } from '../../src/resolution/addresses.js';
import { locate, urlNames } from '../../src/resolution/destinations.js';
import { fakeNet, type Place } from '../resolution/fake-net.js';

const lookAt = async (place: Place): Promise<HttpLook> => {
  const net = fakeNet({ dns: { 'example.com A': ['203.0.113.5'] }, web: { '203.0.113.5:443': place } });
  const host = await addressesOf(net, 'example.com', 443);
  const [located] = locate(net, urlNames('example.com', 443), host, 443);
  if (located === undefined) throw new Error('no address');
  return net.request({ method: 'GET', url: 'https://example.com/', path: '/', maxBytes: 1, ...located });
};
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('certificateFaults', () => {
  it.each([
    ['a good certificate', {}, 0, []],
    ['another name', { certificate: { names: ['www.example.com'] } }, 0, ['name']],
    ['no name but CN', { certificate: { names: [], commonName: 'example.com' } }, 0, ['name']],
    ['not trusted', { trust: 'incomplete' }, 0, ['trust']],
    ['judged after its end', {}, 61, ['expired']],
    ['judged before its start', {}, -31, ['not-yet-valid']],
    [
      'several faults at once',
      { certificate: { names: ['www.example.com'] }, trust: 'self-signed' },
      61,
      ['name', 'trust', 'expired'],
    ],
    ['no connection', { failure: ['tcp', 'connection-refused'] }, 0, []],
  ] satisfies [string, Place, number, CertificateFault[]][])('%s', async (_case, place, days, faults) => {
    expect(certificateFaults(await lookAt(place), inDays(days))).toEqual(faults);
  });

  it.each([[[]], [['AAAA']]])('a chain that cannot be read: %j', async (chain) => {
    const look = await lookAt({});
    if (look.connection.kind !== 'seen') throw new Error('no connection');
    const broken = { ...look, connection: seen({ ...look.connection.value, chain }) };
    expect(certificateFaults(broken, inDays(0))).toEqual(['unreadable']);
  });
});
