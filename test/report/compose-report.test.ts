import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.js';
import type { Facts } from '../../src/facts/facts.js';
import type { Failure } from '../../src/facts/failure.js';
import type { FetchEnd, FileFetch, HttpLook } from '../../src/facts/http.js';
import { failed, seen, seenValue } from '../../src/facts/observation.js';
import { composeReport } from '../../src/report/compose-report.js';
import { factsOf } from '../facts-of.js';
import { finding } from './finding.js';

const healthy = await factsOf('healthy');

describe('the healthy world', () => {
  const report = diagnose(healthy);

  it('passes as a whole', () => {
    expect(report).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'matrix-discovery' },
      input: 'example.com',
      serverName: { text: 'example.com', hostname: 'example.com', port: null, kind: 'dns' },
      outcome: 'pass',
    });
    expect(report.counts.pass).toBeGreaterThan(50);
    expect(report.counts).toMatchObject({ error: 0, warning: 0, notTested: 0 });
  });

  it('says where other servers get', () => {
    expect(report.federation).toMatchObject({
      outcome: 'pass',
      summary: 'other servers reach matrix.example.com:443 at 2 addresses',
      step: '3.2',
      srv: [],
      wellKnown: {
        state: 'valid',
        status: 200,
        delegate: 'matrix.example.com:443',
        cacheSeconds: 86_400,
        redirects: [],
        addresses: [
          { address: '203.0.113.5', state: 'valid' },
          { address: '2001:db8::5', state: 'valid' },
        ],
      },
      signingKeys: { keys: [{ id: 'ed25519:lab1', verified: true }] },
    });
    expect(Date.parse(report.federation.signingKeys?.validUntil ?? '')).toBeGreaterThan(Date.parse(report.observedAt));
    expect(report.federation.walk.map(({ step }) => step).join(' ')).toBe('1 2 3 3.1 3.2 3.3 3.4 3.5 4 5 6');
    expect(report.federation.destinations).toHaveLength(2);
    expect(report.federation.destinations[1]).toMatchObject({
      address: '2001:db8::10',
      port: 443,
      host: 'matrix.example.com',
      hostHeader: 'matrix.example.com:443',
      sni: 'matrix.example.com',
      certificateName: 'matrix.example.com',
      priority: null,
      weight: null,
      outcome: 'pass',
      because: null,
      tls: { protocol: 'TLSv1.3', certificate: { names: ['matrix.example.com'], trusted: true } },
      server: { name: 'Synapse', version: '1.163.2' },
      timings: { httpMs: expect.any(Number) },
    });
  });

  it('says once who does not get through', async () => {
    const { federation, client } = diagnose(await factsOf('base-url-without-address'));
    expect(client.summary).toMatch(/^clients are sent to /);
    expect(diagnose(await factsOf('wrong-name-certificate')).federation.summary).toMatch(
      /^other servers do not get through: the certificate /,
    );
    expect(federation.outcome).toBe('pass');
  });

  it('says where clients get, and whom to ask', () => {
    expect(report.client).toMatchObject({
      outcome: 'pass',
      summary: 'clients find https://matrix.example.com',
      state: 'SUCCESS',
      baseUrl: 'https://matrix.example.com',
      identityServer: null,
      versions: expect.arrayContaining(['v1.1']),
      loginFlows: ['m.login.password'],
      authMetadata: null,
      rtc: { services: [] },
    });
    expect(report.support).toEqual({
      outcome: 'pass',
      contacts: [{ role: 'm.role.admin', matrixId: '@admin:example.com', emailAddress: 'admin@example.com' }],
      supportPage: 'https://example.com/support',
    });
  });

  it('says how people sign in, and what carries calls', async () => {
    expect(diagnose(await factsOf('oauth-only-server')).client).toMatchObject({
      loginFlows: null,
      authMetadata: { issuer: 'https://auth.example.com/', stable: true },
    });
    expect(diagnose(await factsOf('oauth-at-unstable-path-only')).client.authMetadata).toMatchObject({ stable: false });
    const services = await Promise.all(
      [
        'rtc-healthy',
        'rtc-service-with-slash',
        'rtc-service-retired',
        'rtc-service-refused',
        'rtc-service-certificate-expired',
        'rtc-service-prefix-kept',
      ].map(async (name) => diagnose(await factsOf(name)).client.rtc.services),
    );
    expect(services.flat().map(({ url, namedBy, state }) => `${url} ${namedBy} ${state}`)).toEqual([
      'https://rtc.example.com/livekit/jwt file answers',
      'https://rtc.example.com/livekit/jwt/ file invalid-url',
      'https://livekit-jwt.call.matrix.org file retired',
      'https://rtc.example.com/livekit/jwt file unreachable',
      'https://rtc.example.com/livekit/jwt file tls-error',
      'https://rtc.example.com/livekit/jwt file wrong-answer',
    ]);
  });

  it('claims no port that --connect-to gave for the one that others ask', async () => {
    const address = '203.0.113.10';
    const { setting, ...rest } = await factsOf('ipv4-only');
    const summaryWith = (toPort: number) => {
      const connectTo = [{ host: 'matrix.example.com', port: 8448, address, toPort }];
      return diagnose({ ...rest, setting: { ...setting, overrides: { resolve: [], connectTo } } }).federation.summary;
    };
    expect(summaryWith(443)).toBe('other servers reach matrix.example.com (by --connect-to) at 1 address');
    expect(summaryWith(8443)).toBe('other servers reach matrix.example.com:443 at 1 address');
  });

  it('says with what it was looked', () => {
    expect(report.setting).toMatchObject({
      resolvers: [expect.stringMatching(/^127\.0\.0\.1:\d+$/)],
      trustStore: [{ source: 'lab', certificates: 1 }],
      timedOut: false,
      allowPrivate: true,
      publicOnly: false,
    });
  });
});

describe('selection', () => {
  it('counts only what was asked for', () => {
    const report = diagnose(healthy, { only: ['client'], skip: [] });
    expect(report.outcome).toBe('pass');
    expect(report.client.outcome).toBe('pass');
    expect(report.federation).toMatchObject({ outcome: 'unknown', summary: 'not asked for', step: '3.2' });
    expect(new Set(report.findings.map(({ area }) => area))).toEqual(new Set(['client']));
  });

  it('does not say that clients find nothing where they fail at what was not asked for', async () => {
    const facts = await factsOf('client-host-certificate-expired');
    const { client } = diagnose(facts, { only: ['client-api', 'cors'], skip: [] });
    expect([client.state, client.outcome, client.summary]).toEqual(['FAIL_ERROR', 'pass', 'nothing failed']);
  });

  it('judges the side that is left', async () => {
    const facts = await factsOf('expired-certificate');
    expect(diagnose(facts, { only: [], skip: [] }).outcome).toBe('fail');
    expect(diagnose(facts, { only: ['keys', 'well-known'], skip: [] }).outcome).toBe('pass');
  });
});

describe('destinations', () => {
  it.each([
    ['expired-certificate', 'fail', 'certificate expired'],
    ['wrong-name-certificate', 'fail', 'certificate for another name'],
    ['self-signed-certificate', 'fail', 'certificate self-signed'],
    ['federation-port-refused', 'fail', 'connection refused'],
    ['host-header-with-port-unknown', 'fail', 'status 404'],
    ['not-http', 'fail', 'the answer is not HTTP'],
  ])('%s: %s, %s', async (scenario, outcome, because) => {
    const [first] = diagnose(await factsOf(scenario)).federation.destinations;
    expect(first).toMatchObject({ outcome, because });
  });

  it('does not blame a destination that this machine has no route to', async () => {
    const report = diagnose(await factsOf('no-ipv6-network'));
    expect(report.federation.destinations.map(({ outcome }) => outcome)).toEqual(['pass', 'unknown']);
    expect(report.outcome).toBe('pass');
  });
});

describe('what could not be judged', () => {
  it('is unknown without a resolver', async () => {
    const report = diagnose(await factsOf('resolver-silent'));
    expect(report).toMatchObject({
      outcome: 'unknown',
      federation: { outcome: 'unknown' },
      client: { outcome: 'unknown', state: null },
    });
    expect(report.federation.summary).toMatch(/^could not be judged from here: no answer from the DNS resolver/);
  });

  it('is unknown for the sides of an input that is no server name, which is itself a failure', async () => {
    const report = diagnose(await factsOf('invalid-input'));
    expect(report).toMatchObject({
      serverName: null,
      outcome: 'fail',
      federation: {
        outcome: 'unknown',
        summary: 'not tested, since this is not a server name',
        step: null,
        walk: [],
        wellKnown: { state: 'not-attempted', cacheSeconds: null },
        destinations: [],
        signingKeys: null,
      },
      client: { outcome: 'unknown', state: null },
      support: null,
      counts: { error: 1 },
    });
  });

  it('is unknown where no check came to a verdict', () => {
    const report = composeReport(healthy, [finding({ outcome: 'not-tested', because: 'no TLS session' })]);
    expect(report.federation).toMatchObject({
      outcome: 'unknown',
      summary: 'could not be judged: no TLS session',
    });
    expect(report.outcome).toBe('unknown');
  });

  it('does not doubt a server for a support file that nobody could read', () => {
    const support = finding({ id: 'support/found', area: 'support', outcome: 'not-tested', because: 'no connection' });
    expect(composeReport(healthy, [finding({}), support]).outcome).toBe('pass');
    expect(composeReport(healthy, [support]).outcome).toBe('unknown');
  });

  it('is unknown where this machine has no route to any destination', () => {
    const unroutable = withoutRoute(healthy);
    const inspected = [finding({ outcome: 'pass' }), finding({ id: 'dns/host-resolves', area: 'dns' })];
    expect(composeReport(unroutable, inspected)).toMatchObject({
      outcome: 'unknown',
      federation: { outcome: 'unknown', summary: 'could not be judged: this machine has no route to that address' },
    });
    expect(composeReport(unroutable, inspected.slice(1)).outcome).toBe('pass');
  });
});

describe('where this machine has no route for clients', () => {
  const found = [finding({}), finding({ id: 'client/file-json', area: 'client' })];

  it.each(['file', 'homeserver'] as const)('to the %s, the side of clients is unknown', (place) => {
    const { federation, client, outcome } = composeReport(withoutClientRoute(healthy, place, 'every address'), found);
    expect([federation.outcome, client.outcome, outcome]).toEqual(['pass', 'unknown', 'unknown']);
  });

  it.each(['file', 'homeserver'] as const)('to one address of the %s, it is judged by the other', (place) => {
    const { client } = composeReport(withoutClientRoute(healthy, place, 'the first address'), found);
    expect(client.outcome).toBe('pass');
  });
});

describe('summaries', () => {
  it('name the worst and count the others of its kind', () => {
    const report = composeReport(healthy, [
      finding({ outcome: 'fail', severity: 'warning', title: 'The certificate expires soon' }),
      finding({ outcome: 'fail', title: 'The certificate is expired', subject: 'a' }),
      finding({ outcome: 'fail', title: 'No server can connect to it' }),
      finding({ area: 'client', outcome: 'fail', severity: 'warning', title: 'SRV is not for clients' }),
    ]);
    expect(report.federation.summary).toBe('other servers do not get through: the certificate is expired (and 1 more)');
    expect(report.client.summary).toBe('clients find https://matrix.example.com, but SRV is not for clients');
  });

  it.each([
    [['browsers'], 'web clients do not get through: '],
    [['strict-clients'], 'Element X and other strict clients do not get through: '],
    [['browsers', 'strict-clients'], 'some clients do not get through: '],
    [['browsers', 'clients'], 'clients do not get through: '],
  ] as const)('say of errors that affect %j who does not get through', (affected, lead) => {
    const errors = affected.map((affects) =>
      finding({ id: 'client/file-json', area: 'client', outcome: 'fail', affects, title: `It is bad for ${affects}` }),
    );
    const { summary } = composeReport(healthy, errors).client;
    expect(summary.startsWith(`${lead}it is bad for ${affected[0]}`)).toBe(true);
  });
});

const NO_ROUTE: Failure = { layer: 'tcp', reason: 'network-unreachable', message: 'ENETUNREACH', code: 'ENETUNREACH' };

const withoutRoute = (facts: Facts): Facts => {
  if (facts.federation.kind !== 'seen') throw new Error('the healthy world has destinations');
  const { value } = facts.federation;
  const endpoints = value.endpoints.map((endpoint) => ({
    ...endpoint,
    version: { ...endpoint.version, connection: failed(NO_ROUTE) },
  }));
  return { ...facts, federation: seen({ ...value, endpoints }) };
};

const withoutClientRoute = (
  facts: Facts,
  place: 'file' | 'homeserver',
  to: 'every address' | 'the first address',
): Facts => {
  const client = seenValue(facts.client);
  const homeserver = client === undefined ? undefined : seenValue(client.homeserver);
  if (client === undefined || homeserver === undefined)
    throw new Error('the healthy world has a file and a homeserver');
  const isCut = (index: number): boolean => to === 'every address' || index === 0;
  const cut = <Look extends { readonly connection: HttpLook['connection'] }>(look: Look, index: number): Look =>
    isCut(index) ? { ...look, connection: failed(NO_ROUTE) } : look;
  const fetches = client.file.fetches.map((fetch, index): FileFetch => {
    const end: FetchEnd = { kind: 'failed', url: client.file.url, failure: NO_ROUTE };
    return isCut(index) ? { ...fetch, hops: fetch.hops.map((hop) => cut(hop, index)), end } : fetch;
  });
  const changed =
    place === 'file'
      ? { ...client, file: { ...client.file, fetches } }
      : { ...client, homeserver: seen({ ...homeserver, versions: homeserver.versions.map(cut) }) };
  return { ...facts, client: seen(changed) };
};

describe('a run whose time was over', () => {
  const cutOff: Facts = { ...healthy, setting: { ...healthy.setting, timedOut: true } };
  const outcomes = (severity: 'error' | 'warning', outcome: 'pass' | 'not-tested') => {
    const findings = [
      finding({ outcome, severity }),
      finding({ id: 'tls/certificate-dates' }),
      finding({ id: 'client/file-json', area: 'client' }),
    ];
    const { federation, client } = composeReport(cutOff, findings);
    return [federation.outcome, client.outcome];
  };

  it('is no pass for the side where an error could still be', () => {
    expect(outcomes('error', 'not-tested')).toEqual(['unknown', 'pass']);
    expect(outcomes('error', 'pass')).toEqual(['pass', 'pass']);
    expect(outcomes('warning', 'not-tested')).toEqual(['pass', 'pass']);
    expect(composeReport(cutOff, [finding({ outcome: 'not-tested' })]).federation.summary).toContain('--timeout');
  });
});

describe('a client state', () => {
  const unsuccessful = async (setting: Partial<Facts['setting']>) => {
    const facts = await factsOf('base-url-without-address');
    return diagnose({ ...facts, setting: { ...facts.setting, ...setting } }).client.state;
  };

  it('is not claimed where the time was over before it was seen', async () => {
    expect(await unsuccessful({})).toBe('FAIL_ERROR');
    expect(await unsuccessful({ timedOut: true })).toBeNull();
  });
});

describe('a destination', () => {
  it.each([
    ['keys-of-delegated-host', 'keys of matrix.example.com'],
    ['keys-altered', 'keys not signed'],
    ['keys-web-page', 'no readable keys'],
    ['federation-web-page', 'no answer of a homeserver'],
    ['missing-intermediate', 'intermediate certificate missing'],
    ['keys-not-forwarded', 'status 404'],
  ])('of %s is no homeserver of that name', async (scenario, because) => {
    const { federation } = diagnose(await factsOf(scenario));
    expect(federation.outcome).toBe('fail');
    for (const destination of federation.destinations) expect(destination).toMatchObject({ outcome: 'fail', because });
  });
});
