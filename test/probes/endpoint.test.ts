import { describe, expect, it } from 'vitest';
import { askEndpoint } from '../../src/probes/endpoint.js';
import type { Located } from '../../src/resolution/destinations.js';
import { fakeNet, type Place } from '../resolution/fake-net.js';

const at = (address: string, port: number, name: string): Located => ({
  destination: {
    host: 'target.example.net',
    address,
    port,
    hostHeader: name,
    sni: name,
    certificateName: name,
    priority: 10,
    weight: 0,
  },
  dnsMs: 7,
});
const homeserver: Place = {
  sites: {
    'example.com': {
      '/_matrix/federation/v1/version': { body: '{"server":{"name":"Synapse"}}' },
      '/_matrix/key/v2/server': { body: '{}' },
    },
  },
};

describe('askEndpoint', () => {
  it('puts three questions under the name that the certificate must be for', async () => {
    const net = fakeNet({ web: { '203.0.113.10:8448': homeserver } });
    const located = at('203.0.113.10', 8448, 'example.com');
    const { destination, version, keys, unknownPath } = await askEndpoint(net, located);
    expect(destination).toEqual(located.destination);
    expect(version.url).toBe('https://example.com:8448/_matrix/federation/v1/version');
    expect(version.timings.dnsMs).toBe(7);
    expect(keys.response).toMatchObject({ value: { status: 200 } });
    expect(unknownPath).toMatchObject({ kind: 'seen', value: { response: { value: { status: 404 } } } });
    expect(net.questions.map(({ path, headers = [] }) => [path, headers])).toEqual([
      ['/_matrix/federation/v1/version', []],
      ['/_matrix/key/v2/server', []],
      ['/_matrix/federation/v1/matrix_discovery_no_such_endpoint', []],
    ]);
  });

  it('leaves out port 443 in the URL, and puts IPv6 in brackets', async () => {
    const net = fakeNet({});
    const located = { destination: { ...at('2001:db8::9', 443, '2001:db8::9').destination, sni: null }, dnsMs: null };
    const { version } = await askEndpoint(net, located);
    expect(version.url).toBe('https://[2001:db8::9]/_matrix/federation/v1/version');
  });

  it('says nothing of unknown paths where not even the version is answered', async () => {
    const net = fakeNet({ web: { '203.0.113.10:8448': { failure: ['tls', 'not-tls'] } } });
    const { version, unknownPath } = await askEndpoint(net, at('203.0.113.10', 8448, 'example.com'));
    expect(version.connection).toMatchObject({ kind: 'failed', failure: { reason: 'not-tls' } });
    expect(unknownPath).toEqual({ kind: 'skipped', because: 'the version question had no answer there' });
  });
});
