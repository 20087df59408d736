import { describe, expect, it } from 'vitest';
import type { InspectEvent } from '../../src/events.js';
import type { Facts } from '../../src/facts/facts.js';
import { STEPS } from '../../src/facts/federation.js';
import { type Observation, seenValue } from '../../src/facts/observation.js';
import { inspect } from '../../src/inspect.js';
import { TOOL, VERSION } from '../../src/version.js';
import { fakeNet } from '../resolution/fake-net.js';
import { inspectIn } from './small-world.js';

const whatWasSeen = <T>(observation: Observation<T>): T => {
  const value = seenValue(observation);
  if (value === undefined) throw new Error(JSON.stringify(observation));
  return value;
};

describe('inspect, over real sockets', () => {
  it('sees the healthy world whole', async () => {
    const { facts, requests } = await inspectIn({}, ' example.com ');
    expect(facts).toMatchObject({
      factsVersion: 1,
      tool: { name: TOOL, version: VERSION },
      input: { typed: ' example.com ', form: 'trimmed' },
      setting: { timedOut: false, resolverControl: null, allowPrivate: true },
    });
    const federation = whatWasSeen(facts.federation);
    expect(federation.step).toBe('3.2');
    expect(federation.destinations.map(({ address }) => address)).toEqual(['203.0.113.10', '2001:db8::10']);
    expect(federation.endpoints.map(({ destination }) => destination)).toEqual(federation.destinations);
    for (const { version, keys, unknownPath } of federation.endpoints) {
      expect(whatWasSeen(version.response).status).toBe(200);
      expect(whatWasSeen(keys.response).status).toBe(200);
      expect(whatWasSeen(whatWasSeen(unknownPath).response).status).toBe(404);
    }
    const client = whatWasSeen(facts.client);
    expect(client.state).toBe('SUCCESS');
    expect(whatWasSeen(client.homeserver).versions.map(({ response }) => whatWasSeen(response).status)).toEqual([
      200, 200,
    ]);
    expect(whatWasSeen(client.fileForOthers).map(({ fetch }) => fetch.end.kind)).toEqual(Array(3).fill('answered'));
    const { baseUrl, versionsForOthers, versionsByTls12, ...looks } = whatWasSeen(client.api);
    expect(baseUrl).toBe('https://matrix.example.com');
    expect(versionsForOthers.map(({ look }) => whatWasSeen(look.response).status)).toEqual([200, 200, 200]);
    expect(whatWasSeen(whatWasSeen(versionsByTls12).connection).protocol).toBe('TLSv1.2');
    const statuses = Object.entries(looks).map(([name, { response }]) => [name, whatWasSeen(response).status]);
    expect(Object.fromEntries(statuses)).toEqual({
      versionsPreflight: 204,
      loginPreflight: 204,
      login: 200,
      authMetadata: 404,
      unstableAuthMetadata: 404,
      whoami: 401,
      mediaConfig: 401,
      oldMediaConfig: 401,
      unknownPath: 404,
      rtcTransports: 404,
    });
    expect(whatWasSeen(facts.support).fetches.map(({ end }) => end.kind)).toEqual(['answered', 'answered']);
    expect(whatWasSeen(facts.survey).hiddenSrv).toEqual([]);
    const asked = requests.http.map(({ at, host, sni, tls, method, target, headers }) => {
      const origin = headers.find(([name]) => name === 'Origin')?.[1] ?? 'no origin';
      return [at, host, sni, tls, method, target, origin].join(' ');
    });
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('tells what happens in order: the steps, then the destinations, each look once', async () => {
    const events: InspectEvent[] = [];
    const { facts } = await inspectIn({}, 'example.com', { onEvent: (event) => events.push(event) });
    const types = events.map(({ type }) => type);
    expect(types[0]).toBe('started');
    expect(types.at(-1)).toBe('finished');
    expect(events.flatMap((event) => (event.type === 'step' ? [event.step.step] : []))).toEqual([...STEPS]);
    expect(events.flatMap((event) => (event.type === 'destination' ? [event.destination] : []))).toEqual(
      whatWasSeen(facts.federation).destinations,
    );
    expect(types.lastIndexOf('step')).toBeLessThan(types.indexOf('destination'));
    const looks = events.flatMap((event) => (event.type === 'look' ? [event.look] : []));
    const asked = looks.map(({ method, url, destination, requestHeaders, connection }) =>
      JSON.stringify([method, url, destination, requestHeaders, whatWasSeen(connection).protocol]),
    );
    expect(new Set(asked).size).toBe(asked.length);
    const ofSupport = looks.filter(({ url }) => url === 'https://example.com/.well-known/matrix/support');
    expect(ofSupport.map(({ destination }) => destination.address).toSorted()).toEqual(['2001:db8::5', '203.0.113.5']);
  });

  it('tells of each connection before what comes over it, TCP before TLS', async () => {
    const events: InspectEvent[] = [];
    await inspectIn({}, 'example.com', { onEvent: (event) => events.push(event) });
    const reached = new Map<string, readonly string[]>();
    for (const event of events) {
      if (event.type !== 'connection' && event.type !== 'look') continue;
      const { destination } = event.type === 'look' ? event.look : event;
      const place = `${destination.address} ${destination.port} ${destination.sni}`;
      const before = reached.get(place) ?? [];
      if (event.type === 'look') expect(before.slice(0, 2), place).toEqual(['tcp', 'TLSv1.3']);
      else reached.set(place, [...before, event.session?.protocol ?? 'tcp']);
    }
    // Of the connection that offers nothing newer than TLS 1.2 nothing is told.
    expect([...reached.values()].flat()).not.toContain('TLSv1.2');
    expect(reached.size).toBeGreaterThan(3);
  });

  it('freezes what it saw, all of it', async () => {
    const { facts } = await inspectIn({});
    const loose: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`);
    };
    visit(facts, 'facts');
    expect(loose).toEqual([]);
  });

  it('judges by the moment that it is given', async () => {
    const later = new Date(Date.now() + 61 * 86_400_000);
    const { facts } = await inspectIn({}, 'example.com', { now: () => later });
    expect(facts.observedAt).toBe(later.toISOString());
    expect(whatWasSeen(facts.federation).step).toBe('6');
    expect(whatWasSeen(facts.client).state).toBe('FAIL_PROMPT');
  });

  it('looks at nothing where no server name was typed', async () => {
    const { facts, requests } = await inspectIn({}, 'https://exa mple.com/');
    const because = 'the input is not a server name';
    expect(facts).toMatchObject({
      federation: { kind: 'skipped', because },
      client: { kind: 'skipped', because },
      support: { kind: 'skipped', because },
      survey: { kind: 'skipped', because },
      setting: { resolverControl: null },
    });
    expect(requests).toEqual({ dns: [], http: [] });
  });

  it('walks only, where that is asked for', async () => {
    const { facts, requests } = await inspectIn({}, 'example.com', { walkOnly: true });
    const federation = whatWasSeen(facts.federation);
    expect(federation.destinations).toHaveLength(2);
    expect(federation.endpoints).toEqual([]);
    expect(facts.client.kind).toBe('skipped');
    expect(requests.http.map(({ target }) => target)).toEqual([
      '/.well-known/matrix/server',
      '/.well-known/matrix/server',
    ]);
  });

  it('asks the control question where no question got an answer, and only there', async () => {
    const silent = await inspectIn({ zone: { '*': { fault: 'silent' } }, options: { timeoutMs: 1000 } });
    expect(silent.facts.setting.resolverControl).toMatchObject({ name: '.', type: 'NS', outcome: 'timeout' });
    const one = { fault: 'SERVFAIL' };
    const broken = await inspectIn({
      zone: { 'example.com': one, '_matrix-fed._tcp.example.com': one, '_matrix._tcp.example.com': one },
    });
    expect(broken.facts.setting.resolverControl).toMatchObject({ outcome: 'answered' });
    const answered = await inspectIn({ zone: { 'example.com': one } });
    expect(answered.facts.setting.resolverControl).toBeNull();
  });

  it('ends by the deadline, with what was seen until then', async () => {
    const { facts } = await inspectIn({
      options: { timeoutMs: 1500 },
      servers: { web: { behaviour: 'silent-http' }, homeserver: { behaviour: 'black-hole' } },
    });
    const { wellKnown, endpoints } = whatWasSeen(facts.federation);
    expect(whatWasSeen(wellKnown).fetches.map(({ end }) => end)).toMatchObject([
      { kind: 'failed', failure: { reason: 'timeout' } },
      { kind: 'failed', failure: { reason: 'timeout' } },
    ]);
    expect(endpoints.map(({ version }) => version.connection.kind)).toEqual(['failed', 'failed']);
  });

  it('shows the overrides of the user, and goes by them', async () => {
    const { facts } = await inspectIn({
      options: {
        resolve: [{ host: 'matrix.example.com', address: '203.0.113.10' }],
        connectTo: [{ host: 'example.com', port: 443, address: '203.0.113.5', toPort: 443 }],
      },
    });
    expect(facts.setting.overrides.resolve).toEqual([{ host: 'matrix.example.com', address: '203.0.113.10' }]);
    const { wellKnown, destinations, hosts } = whatWasSeen(facts.federation);
    expect(whatWasSeen(wellKnown).host).toMatchObject({ source: 'override', addresses: ['203.0.113.5'] });
    expect(destinations.map(({ address }) => address)).toEqual(['203.0.113.10']);
    expect(hosts).toMatchObject([{ source: 'override', a: { transport: 'override' } }]);
  });
});

describe('inspect, when the tool itself is at fault', () => {
  it('gives a failed part in place of a crash', async () => {
    const net = fakeNet({ dns: { 'example.com A': ['203.0.113.5'] } });
    const facts: Facts = await inspect('example.com', {
      ...net,
      request: () => Promise.reject(new Error('a defect')),
    });
    const failure = { layer: 'internal', reason: 'internal', message: 'a defect', code: null };
    expect(facts).toMatchObject({
      federation: { kind: 'failed', failure },
      client: { kind: 'failed', failure },
      support: { kind: 'failed', failure },
      survey: { kind: 'failed', failure },
    });
  });
});
