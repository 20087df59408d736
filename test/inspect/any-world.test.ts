import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindness } from '../../src/facts/blindness.js';
import type { DnsOutcome } from '../../src/facts/dns.js';
import type { StepId } from '../../src/facts/federation.js';
import { STEPS } from '../../src/facts/federation.js';
import { seenValue } from '../../src/facts/observation.js';
import { parseFacts } from '../../src/facts/parse.js';
import { inspect } from '../../src/inspect.js';
import { type Answer, fakeNet, type Place, type World } from '../resolution/fake-net.js';

const failures = ['nodata', 'nxdomain', 'servfail', 'refused', 'timeout', 'malformed', 'unavailable'] as const;
const failure: fc.Arbitrary<Exclude<DnsOutcome, 'answered'>> = fc.constantFrom(...failures);

const hosts = ['example.com', 'matrix.example.com', 'target.example.net'] as const;
const addresses: Readonly<Record<string, readonly string[]>> = {
  'example.com': ['203.0.113.5', '203.0.113.6'],
  'matrix.example.com': ['203.0.113.10'],
  'target.example.net': ['203.0.113.20'],
};
const srvRecords = fc.constantFrom(
  ['10 0 8448 target.example.net'],
  ['0 0 0 .'],
  ['10 0 443 target.example.net', '10 5 8448 matrix.example.com', '20 0 0 203.0.113.20'],
  ['10 0 8448 gone.example.net'],
);

const dns: fc.Arbitrary<NonNullable<World['dns']>> = fc
  .record({
    ...Object.fromEntries(
      hosts.map((host) => [
        `${host} A`,
        fc.oneof({ weight: 4, arbitrary: fc.constant(addresses[host] ?? []) }, failure),
      ]),
    ),
    ...Object.fromEntries(
      hosts
        .slice(0, 2)
        .flatMap((host) => ['_matrix-fed', '_matrix'].map((service) => `${service}._tcp.${host} SRV`))
        .map((question) => [question, fc.oneof(srvRecords, failure)]),
    ),
  })
  .map((record) => ({ ...record }));

const mServers = [
  'matrix.example.com',
  'matrix.example.com:443',
  'example.com',
  '203.0.113.10',
  '[2001:db8::10]:8448',
  'https://matrix.example.com',
  '',
];
const serverFile: fc.Arbitrary<Answer> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...mServers).map((mServer) => ({ body: JSON.stringify({ 'm.server': mServer }) })),
  },
  fc.constantFrom<Answer>(
    { status: 404 },
    { status: 301, headers: [['Location', '/elsewhere']] },
    { status: 301, headers: [['Location', 'https://matrix.example.com/']] },
    { status: 302, headers: [['Location', '::']] },
    { body: '{' },
    { failure: ['http', 'closed'] },
    { bodyFailure: 'body-too-large' },
  ),
);
const clientFile: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(
  {
    body: '{"m.homeserver":{"base_url":"https://matrix.example.com/"},"m.identity_server":{"base_url":"https://gone.example.com"}}',
  },
  { body: '{"m.homeserver":{"base_url":"https://example.com"},"m.identity_server":null}' },
  {
    body: '{"m.homeserver":{"base_url":"https://matrix.example.com"},"m.rtc_foci":[{"type":"livekit","livekit_service_url":"https://example.com/"},{"type":"livekit","livekit_service_url":"wss://example.com"}]}',
  },
  { body: '{"m.homeserver":{"base_url":"http://example.com"}}' },
  { body: '{"m.homeserver":{"base_url":7}}' },
  { status: 404 },
  { status: 307, headers: [['Location', '/.well-known/matrix/client']] },
);
const versions: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(
  { body: '{"versions":["v1.11"]}' },
  { body: '{}' },
  { status: 404 },
);
const transports: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(
  { body: '{"rtc_transports":[{"type":"livekit","livekit_service_url":"https://gone.example.com"}]}' },
  { status: 404 },
);
const place: fc.Arbitrary<Place> = fc.record({
  trust: fc.constantFrom('trusted' as const, 'trusted' as const, 'self-signed' as const),
  sites: fc.record({
    'example.com': fc.record({
      '/.well-known/matrix/server': serverFile,
      '/.well-known/matrix/client': clientFile,
      '/elsewhere': serverFile,
      '/_matrix/client/versions': versions,
    }),
    'matrix.example.com': fc.record({
      '/.well-known/matrix/client': clientFile,
      '/_matrix/client/versions': versions,
      '/_matrix/client/unstable/org.matrix.msc4143/rtc/transports': transports,
    }),
  }),
});
const world: fc.Arbitrary<World> = fc.record({
  dns,
  web: fc.dictionary(fc.constantFrom('203.0.113.5:443', '203.0.113.6:443', '203.0.113.10:443'), place, {
    noNullPrototype: true,
  }),
});
const input = fc.oneof(
  { weight: 4, arbitrary: fc.constant('example.com') },
  fc.constantFrom('example.com:8448', '203.0.113.5', '[2001:db8::5]:443', '@user:example.com', 'EXAMPLE.com.', ''),
  fc.string(),
);

/** The step that the specification ends in, told from the server file and the SRV answers alone. */
const stepByTheText = (
  delegate: { kind: string; port: number | null } | null,
  isFound: (owner: string) => boolean,
): StepId => {
  if (delegate === null) {
    if (isFound('_matrix-fed._tcp.example.com SRV')) return '4';
    return isFound('_matrix._tcp.example.com SRV') ? '5' : '6';
  }
  if (delegate.kind !== 'dns') return '3.1';
  if (delegate.port !== null) return '3.2';
  return '3.3';
};

describe('any world', () => {
  it('is inspected to facts that hold together', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(input, world, async (typed, given) => {
        const facts = await inspect(typed, fakeNet(given), { chance: () => 0.5 });
        const saved = JSON.parse(JSON.stringify(facts));
        expect(parseFacts(saved)).toEqual(facts);
        expect(JSON.stringify(facts)).not.toContain('"reason":"internal"');
        blindness(facts);

        const federation = seenValue(facts.federation);
        if (federation === undefined) return;
        expect(federation.walk.map(({ step }) => step)).toEqual([...STEPS]);
        const taken = federation.walk.filter((step) => step.taken).map(({ step }) => step);
        expect(taken.at(-1)).toBe(federation.step ?? taken.at(-1));
        expect(taken.filter((step) => step !== '3')).toHaveLength(federation.step === null ? 0 : 1);
        expect(federation.endpoints.map(({ destination }) => destination)).toEqual(federation.destinations);
        expect(federation.destinations.map(({ hostHeader }) => hostHeader)).not.toContain('target.example.net');

        if (typed !== 'example.com' || federation.step === null) return;
        const { delegatedName } = federation;
        const isFound = (question: string) => typeof given.dns?.[question] === 'object';
        const expected = stepByTheText(delegatedName, isFound);
        if (expected !== '3.3') expect(federation.step).toBe(expected);
        else {
          const owners = ['_matrix-fed', '_matrix'].map((service) => `${service}._tcp.${delegatedName?.hostname} SRV`);
          const first = owners.findIndex(isFound);
          expect(federation.step).toBe(first === -1 ? '3.5' : (['3.3', '3.4'] as const)[first]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
