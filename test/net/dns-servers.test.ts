import { describe, expect, it } from 'vitest';
import { dnsServer, dnsServers } from '../../src/net/dns-servers.js';

describe('dnsServer', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1:53'],
    ['192.0.2.1:5353', '192.0.2.1:5353'],
    ['2001:db8::1', '[2001:db8::1]:53'],
    ['[2001:db8::1]', '[2001:db8::1]:53'],
    ['[2001:db8::1]:5353', '[2001:db8::1]:5353'],
    ['::1', '[::1]:53'],
    ['fe80::1%eth0', '[fe80::1%eth0]:53'],
  ])('%s is %s', (text, normal) => {
    expect(dnsServer(text)?.text).toBe(normal);
  });

  it.each([
    '',
    'resolver.example',
    '192.0.2.1:0',
    '192.0.2.1:65536',
    '192.0.2.1:',
    '[192.0.2.1]:53',
    '256.1.1.1',
    '[::1]:x',
    '::1]:53',
  ])('%j is none', (text) => {
    expect(dnsServer(text)).toBeNull();
  });
});

it('dnsServers gives the given ones, in order, else those of the system', () => {
  expect(dnsServers(['192.0.2.1', '[::1]:5353']).map(({ text }) => text)).toEqual(['192.0.2.1:53', '[::1]:5353']);
  for (const { port } of dnsServers(undefined)) expect(port).toBeGreaterThan(0);
  expect(dnsServers([])).toEqual(dnsServers(undefined));
});

it('dnsServers refuses a given one that is none, rather than to ask only the others', () => {
  expect(() => dnsServers(['192.0.2.1', 'resolver.example'])).toThrow(
    new TypeError('not a resolver: "resolver.example"; expected an IP address, with or without a port'),
  );
});
