import { describe, expect, it } from 'vitest';
import { blindness } from '../../src/facts/blindness.js';
import type { DnsOutcome } from '../../src/facts/dns.js';
import type { FailureReason } from '../../src/facts/failure.js';
import { inspect } from '../../src/inspect.js';
import type { Net } from '../../src/net/net.js';
import { fakeNet, type World } from '../resolution/fake-net.js';

/** A net in which every DNS question ends like this. */
const deaf = (outcome: Exclude<DnsOutcome, 'answered'>, control = outcome, resolvers = ['192.0.2.53:53']): Net => {
  const net = fakeNet({ dns: { '. NS': control } });
  return {
    ...net,
    setting: { ...net.setting, resolvers },
    lookup: async (name, type) =>
      (name === '.' ? net : fakeNet({ dns: { [`${name} ${type}`]: outcome } })).lookup(name, type),
  };
};
const dead = (...reasons: readonly FailureReason[]): World => ({
  dns: { 'example.com A': reasons.map((_reason, index) => `203.0.113.${index}`) },
  web: Object.fromEntries(
    reasons.flatMap((reason, index) =>
      [443, 8448].map((port) => [`203.0.113.${index}:${port}`, { failure: ['tcp', reason] as const }]),
    ),
  ),
});

describe('blindness', () => {
  it.each([
    ['timeout', 'no answer from the DNS resolver 192.0.2.53:53, not even about the root of the DNS'],
    ['unavailable', 'the DNS resolver 192.0.2.53:53 cannot be reached from this machine'],
    ['refused', 'the DNS resolver 192.0.2.53:53: REFUSED even for a question about the root of the DNS'],
  ] as const)('resolvers: %s', async (outcome, words) => {
    expect(blindness(await inspect('example.com', deaf(outcome)))).toBe(words);
  });

  it('names every resolver, or says that there is none', async () => {
    const two = deaf('timeout', 'timeout', ['192.0.2.53:53', '192.0.2.54:53']);
    expect(blindness(await inspect('example.com', two))).toContain('192.0.2.53:53, 192.0.2.54:53');
    const none = deaf('unavailable', 'unavailable', []);
    expect(blindness(await inspect('example.com', none))).toBe('no DNS resolver is configured on this machine');
  });

  it('is no blindness when only the name is not answered for', async () => {
    expect(blindness(await inspect('example.com', deaf('servfail', 'nodata')))).toBeNull();
    expect(blindness(await inspect('nonexistent.invalid', deaf('nxdomain')))).toBeNull();
    expect(blindness(await inspect('not a name', deaf('timeout')))).toBeNull();
  });

  it('is where no address can be reached for want of a route', async () => {
    const facts = await inspect('example.com', fakeNet(dead('network-unreachable', 'network-unreachable')));
    expect(blindness(facts)).toBe('this machine has no route to any of the addresses, so nothing could be looked at');
  });

  it('is there even if a host beside it can be reached, to which nobody is led', async () => {
    const world = dead('network-unreachable');
    const dns = { ...world.dns, 'www.example.com A': ['203.0.113.77'] };
    const net = fakeNet({ dns, web: { ...world.web, '203.0.113.77:443': {} } });
    expect(blindness(await inspect('example.com:8448', net))).toMatch(/^this machine has no route/);
    expect(net.asked).toContain('GET 203.0.113.77:443 www.example.com/.well-known/matrix/client');
  });

  it('is where the server file cannot be reached for want of a route, whatever stands behind the steps without it', async () => {
    const web = {
      '203.0.113.5:443': { failure: ['tcp', 'network-unreachable'] },
      '203.0.113.5:8448': { failure: ['tcp', 'connection-refused'] },
    } as const;
    const facts = await inspect('example.com', fakeNet({ dns: { 'example.com A': ['203.0.113.5'] }, web }));
    expect(blindness(facts)).toBe(
      'this machine has no route to example.com, whose files say where other servers and clients go',
    );
  });

  it.each([[dead('network-unreachable', 'connection-refused')], [dead('timeout')], [dead('host-unreachable')]])(
    'is not where a target does not answer',
    async (world) => {
      expect(blindness(await inspect('example.com', fakeNet(world)))).toBeNull();
    },
  );
});
