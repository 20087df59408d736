import { describe, expect, it } from 'vitest';
import { answersReliable } from '../../src/checks/dns/answers-reliable.js';
import { bothFamiliesAnswer } from '../../src/checks/dns/both-families-answer.js';
import { hostResolves } from '../../src/checks/dns/host-resolves.js';
import { ipv4Present } from '../../src/checks/dns/ipv4-present.js';
import { ipv6Present } from '../../src/checks/dns/ipv6-present.js';
import { noPrivateAddresses } from '../../src/checks/dns/no-private-addresses.js';
import { publicAddresses } from '../../src/checks/dns/public-addresses.js';
import { withinLimits } from '../../src/checks/dns/within-limits.js';
import type { HostAddresses } from '../../src/facts/dns.js';
import type { FederationFacts } from '../../src/facts/federation.js';
import { QUERIES_SPENT } from '../../src/facts/lookup-state.js';
import { seen } from '../../src/facts/observation.js';
import { endpoint, federationFacts, host, lookup, SETTING, serverFile, srvFacts } from './healthy-facts.js';
import { judge } from './judge.js';

const withHost = (of: HostAddresses, changes: Partial<FederationFacts> = {}) =>
  federationFacts({ hosts: [of], endpoints: [], ...changes });

describe('dns/host-resolves', () => {
  it('tells a name that does not exist from one without addresses', () => {
    expect(judge(hostResolves, withHost(host('matrix.example.com', 'nxdomain')))).toEqual([
      'fail: matrix.example.com does not exist in DNS (NXDOMAIN)',
    ]);
    expect(judge(hostResolves, withHost(host('matrix.example.com', 'nodata')))).toEqual([
      'fail: matrix.example.com has neither an A nor an AAAA record in DNS',
    ]);
  });

  it('names the alias that leads nowhere', () => {
    const dangling = host('matrix.example.com', 'nxdomain', { cnames: ['old.example.net'] });
    expect(judge(hostResolves, withHost(dangling))).toEqual([
      'fail: matrix.example.com does not exist in DNS (NXDOMAIN) (it is an alias of old.example.net)',
    ]);
  });

  it('says where the name comes from, and recognises a doubled one', () => {
    const doubled = 'matrix.example.com.example.com';
    const facts = srvFacts([{ target: doubled, addresses: host(doubled, 'nxdomain') }]);
    const [verdict] = hostResolves.evaluate(facts);
    expect(verdict).toMatchObject({
      values: {
        origin: 'the SRV record of _matrix-fed._tcp.example.com',
        hint: expect.stringContaining('write "matrix.example.com."'),
      },
    });
  });

  it('does not blame a name for resolvers that do not answer', () => {
    expect(judge(hostResolves, withHost(host('matrix.example.com', 'servfail')))).toEqual([
      'not-tested: the resolvers give no clear answer for matrix.example.com',
    ]);
  });

  it('is content with one SRV target of several', () => {
    const facts = srvFacts([{}, { target: 'gone.example.com', addresses: host('gone.example.com', 'nxdomain') }]);
    expect(judge(hostResolves, facts)).toEqual(['pass']);
  });
});

describe('dns/within-limits', () => {
  const addresses = (count: number) => Array.from({ length: count }, (_, index) => `203.0.113.${index + 1}`);

  it('is content with eight addresses, and names the ninth', () => {
    expect(judge(withinLimits, withHost(host('matrix.example.com', addresses(8))))).toEqual(['pass']);
    const facts = withHost(host('matrix.example.com', addresses(9)));
    expect(judge(withinLimits, facts)).toEqual(['fail: matrix.example.com: of 9 addresses, only 8 were looked at']);
    expect(withinLimits.evaluate(facts)[0]).toMatchObject({
      evidence: [{ label: 'not looked at', value: '203.0.113.9' }],
    });
  });

  it('names SRV targets beyond the tenth, and addresses beyond the thirty-second', () => {
    const targets = Array.from({ length: 12 }, (_, index) => ({
      target: `t${index}.example.com`,
      addresses: index < 10 ? host(`t${index}.example.com`, addresses(4)) : null,
    }));
    expect(judge(withinLimits, srvFacts(targets))).toEqual([
      'fail: _matrix-fed._tcp.example.com: of 12 SRV targets, only 10 were looked at',
      'fail: _matrix-fed._tcp.example.com: of 40 addresses of SRV targets, only 32 were looked at',
    ]);
  });

  it('names questions that were too many to be asked', () => {
    const facts = withHost(host('matrix.example.com', 'unavailable', { remarks: [QUERIES_SPENT] }));
    expect(judge(withinLimits, facts)).toEqual(['fail: DNS: of 66 queries, only 64 were looked at']);
  });
});

describe('dns/answers-reliable and dns/both-families-answer', () => {
  const halfServfail: HostAddresses = {
    ...host('matrix.example.com', ['203.0.113.10']),
    aaaa: lookup('matrix.example.com', 'AAAA', 'servfail', { remarks: ['DNSSEC Bogus'] }),
  };

  it('is an error where no address came', () => {
    const facts = withHost(host('matrix.example.com', 'servfail'));
    expect(judge(answersReliable, facts)).toEqual([
      'pass',
      'fail: DNS gives no clear answer for the addresses of matrix.example.com: SERVFAIL',
    ]);
    expect(judge(bothFamiliesAnswer, facts)).toEqual(['pass']);
  });

  it('is a warning where one family came', () => {
    expect(judge(answersReliable, withHost(halfServfail))).toEqual(['pass', 'pass']);
    expect(judge(bothFamiliesAnswer, withHost(halfServfail))).toEqual([
      'pass',
      'fail: The question for the AAAA records of matrix.example.com fails: SERVFAIL (DNSSEC Bogus)',
    ]);
    expect(judge(ipv6Present, withHost(halfServfail))).toEqual([
      'not-tested: DNS gives no clear answer for the AAAA records of matrix.example.com',
    ]);
  });

  it('does not say twice that a resolver is silent', () => {
    const silent = lookup('matrix.example.com', 'AAAA', 'timeout', {
      remarks: ['203.0.113.53:53: no answer in time', '203.0.113.54:53: it cannot be reached (ECONNREFUSED)'],
    });
    expect(judge(bothFamiliesAnswer, withHost({ ...halfServfail, aaaa: silent }))[1]).toBe(
      'fail: The question for the AAAA records of matrix.example.com fails: no answer in time (203.0.113.53:53; 203.0.113.54:53: it cannot be reached (ECONNREFUSED))',
    );
  });

  it('does not count what the end of the run cut off', () => {
    const cut = federationFacts(
      { hosts: [host('matrix.example.com', 'timeout')], endpoints: [] },
      { setting: { ...SETTING, timedOut: true } },
    );
    expect(judge(answersReliable, cut)[1]).toBe(
      'not-tested: matrix.example.com: cut off by the time limit of this run (15 s; --timeout)',
    );
    const halfCut = federationFacts(
      { hosts: [{ ...halfServfail, aaaa: lookup('matrix.example.com', 'AAAA', 'timeout') }] },
      { setting: { ...SETTING, timedOut: true } },
    );
    expect(judge(bothFamiliesAnswer, halfCut)[1]).toBe(
      'not-tested: matrix.example.com: cut off by the time limit of this run (15 s; --timeout)',
    );
  });
});

describe('dns/public-addresses and dns/no-private-addresses', () => {
  const openly = { setting: { ...SETTING, allowPrivate: false } };
  const web = { wellKnown: seen({ ...serverFile([]), host: host('example.com', ['9.9.9.9']) }) };
  const facts = (addresses: readonly string[], change: Partial<HostAddresses> = {}) =>
    federationFacts({ ...web, hosts: [{ ...host('matrix.example.com', addresses), ...change }] }, openly);

  it('is an error where all are private, a warning where some are', () => {
    expect(judge(publicAddresses, facts(['10.0.0.1', '192.168.1.1']))).toEqual([
      expect.stringMatching(
        /^fail: There is no address of the public Internet for matrix\.example\.com, only 10\.0\.0\.1 \(.*\)/,
      ),
    ]);
    expect(judge(noPrivateAddresses, facts(['10.0.0.1', '192.168.1.1']))).toEqual(['pass']);
    expect(judge(publicAddresses, facts(['9.9.9.9', '10.0.0.1']))).toEqual(['pass']);
    expect(judge(noPrivateAddresses, facts(['9.9.9.9', '10.0.0.1']))).toEqual([
      expect.stringMatching(/^fail: matrix\.example\.com has 10\.0\.0\.1 \(.*\) among its addresses/),
      'pass',
    ]);
  });

  it('is one error where two hosts have private addresses only', () => {
    const both = federationFacts(
      {
        wellKnown: seen({ ...serverFile([]), host: host('example.com', ['192.168.1.5']) }),
        hosts: [host('matrix.example.com', ['10.0.0.1'])],
      },
      openly,
    );
    expect(judge(publicAddresses, both)).toEqual([
      'fail: There is no address of the public Internet for matrix.example.com and example.com, only 10.0.0.1 (private) and 192.168.1.5 (private)',
    ]);
  });

  it('judges an IP literal by itself', () => {
    const literal = federationFacts(
      { ...web, step: '3.1', hosts: [], endpoints: [endpoint({ host: '127.0.0.1', address: '127.0.0.1' })] },
      openly,
    );
    expect(judge(publicAddresses, literal)[0]).toMatch(
      /^fail: There is no address of the public Internet for 127\.0\.0\.1,/,
    );
  });

  it('leaves out what the user put in place of DNS', () => {
    expect(judge(publicAddresses, facts(['10.0.0.1'], { source: 'override' }))).toEqual(['pass']);
  });

  it('is silent with --allow-private', () => {
    const allowed = federationFacts({ hosts: [host('matrix.example.com', ['10.0.0.1'])] });
    expect(judge(publicAddresses, allowed)).toEqual(['not-applicable: --allow-private: such addresses are meant here']);
  });
});

describe('dns/ipv4-present and dns/ipv6-present', () => {
  it.each([
    { check: ipv4Present, only: '2001:db8::10', words: 'no IPv4 address' },
    { check: ipv6Present, only: '203.0.113.10', words: 'no IPv6 address' },
  ])('$check.id', ({ check, only, words }) => {
    expect(judge(check, withHost(host('matrix.example.com', [only])))).toEqual([
      `fail: matrix.example.com has ${words}, only ${only}`,
    ]);
    expect(judge(check, withHost(host('matrix.example.com', 'nxdomain')))).toEqual([
      'not-tested: matrix.example.com has no address at all',
    ]);
  });
});
