import { describe, expect, it } from 'vitest';
import { addressesOf, bareHost, lookupMs } from '../../src/resolution/addresses.js';
import { fakeNet } from './fake-net.js';

describe('addressesOf', () => {
  it('asks for A and AAAA, puts IPv4 first and drops duplicates', async () => {
    const net = fakeNet({
      dns: { 'example.com A': ['203.0.113.5', '203.0.113.6', '203.0.113.5'], 'example.com AAAA': ['2001:db8::5'] },
    });
    const host = await addressesOf(net, 'example.com.', 443);
    expect(host).toMatchObject({
      host: 'example.com',
      source: 'dns',
      addresses: ['203.0.113.5', '203.0.113.6', '2001:db8::5'],
    });
    expect(net.asked).toEqual(['A example.com', 'AAAA example.com']);
    expect(lookupMs(host)).toBe(1);
  });

  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['[2001:db8::5]', '2001:db8::5'],
  ])('takes %s as its own address', async (host, address) => {
    const net = fakeNet({});
    const found = await addressesOf(net, host, 443);
    expect(found).toEqual({ host: address, source: 'literal', a: null, aaaa: null, addresses: [address] });
    expect(net.asked).toEqual([]);
    expect(lookupMs(found)).toBeNull();
  });

  it('says when --resolve gave the addresses', async () => {
    const net = fakeNet({ resolve: { 'example.com': ['192.0.2.1'] } });
    expect(await addressesOf(net, 'example.com', 443)).toMatchObject({ source: 'override', addresses: ['192.0.2.1'] });
  });

  it('asks nothing where --connect-to names host and port', async () => {
    const net = fakeNet({ connectTo: { 'example.com:443': { address: '192.0.2.1', port: 8443 } } });
    expect(await addressesOf(net, 'example.com', 443)).toEqual({
      host: 'example.com',
      source: 'override',
      a: null,
      aaaa: null,
      addresses: ['192.0.2.1'],
    });
    expect(net.asked).toEqual([]);
    expect(await addressesOf(net, 'example.com', 8448)).toMatchObject({ source: 'dns' });
  });
});

describe('bareHost', () => {
  it.each([
    ['example.com.', 'example.com'],
    ['example.com', 'example.com'],
    ['[::1]', '::1'],
    ['.', '.'],
  ])('%s -> %s', (host, bare) => {
    expect(bareHost(host)).toBe(bare);
  });
});
