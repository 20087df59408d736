import { beforeAll, describe, expect, it } from 'vitest';
import type { InspectEvent, Question } from '../../src/events.js';
import { seenValue } from '../../src/facts/observation.js';
import { advance, noProgress, type Progress } from '../../src/tui/progress.js';
import { factsOf } from '../facts-of.js';
import { inspectIn } from '../inspect/small-world.js';
import { type Moments, momentsOf } from './events-of.js';

const progressAfter = (events: readonly InspectEvent[], from: Progress = noProgress): Progress =>
  events.reduce(advance, from);
const lookup = (name: string): Question => ({ kind: 'lookup', name, type: 'A' });

let moments: Moments;
beforeAll(async () => {
  moments = momentsOf(await factsOf('healthy'));
});

describe('progress', () => {
  it('forgets the run before', () => {
    const progress = progressAfter([
      ...moments.walking,
      { type: 'started', input: 'other.example', observedAt: 'then' },
    ]);
    expect(progress).toEqual({ ...noProgress, input: 'other.example', observedAt: 'then' });
  });

  it('awaits each question until its answer, the oldest first', () => {
    const asked = progressAfter(['a', 'b', 'a'].map((name) => ({ type: 'asked', question: lookup(name) })));
    expect(asked.awaited).toEqual([lookup('a'), lookup('b'), lookup('a')]);
    const answered = advance(asked, { type: 'answered', question: lookup('a') });
    expect(answered).toMatchObject({ awaited: [lookup('b'), lookup('a')], answered: 1 });
    expect(advance(answered, { type: 'answered', question: lookup('c') }).awaited).toHaveLength(2);
  });

  it('awaits nothing at the end', () => {
    const progress = progressAfter([...moments.walking, { type: 'finished', durationMs: 1200 }]);
    expect(progress).toMatchObject({ awaited: [], durationMs: 1200 });
  });

  it('gives each look to the place that it belongs to', () => {
    const { endpoints, steps } = progressAfter([
      ...moments.walking,
      ...moments.asking,
      ...moments.waiting,
      ...moments.ending,
    ]);
    const paths = Object.values(endpoints).map((ofPlace) =>
      ofPlace.map(({ looks }) => looks.map(({ url }) => new URL(url).pathname)),
    );
    expect(paths).toEqual([
      Array(2).fill(['/_matrix/federation/v1/version', '/_matrix/key/v2/server']),
      Array(2).fill(['/.well-known/matrix/client']),
      Array(2).fill(['/_matrix/client/versions']),
    ]);
    expect(steps.at(-1)?.step).toBe('6');
  });

  it('counts a destination once', () => {
    const twice = [...moments.walking, ...moments.asking, ...moments.asking];
    expect(progressAfter(twice).endpoints.server).toHaveLength(2);
  });

  it('tells each endpoint how far its connection got, whichever is known first', () => {
    const { connections } = moments;
    const [tcp, tls] = connections.filter(({ destination }) => destination.address === '203.0.113.10');
    if (tcp === undefined || tls === undefined) throw new Error('nothing is connected');
    const known = (progress: Progress) => progress.endpoints.server.map(({ connection }) => connection);
    const before = progressAfter([...moments.walking, tcp]);
    const after = progressAfter(
      moments.asking.filter(({ type }) => type !== 'connection'),
      before,
    );
    expect(known(after)).toEqual(['open', null]);
    const secured = progressAfter([tls, tcp], after);
    expect(known(secured)).toEqual([tls.session, null]);
    const other = { ...tls, session: tls.session === null ? null : { ...tls.session, protocol: 'TLSv1.2' } };
    expect(advance(secured, other)).toBe(secured);
    // The homeserver of clients has the same address, and the same connections.
    expect(secured.endpoints.homeserver.map(({ connection }) => connection)).toEqual([tls.session, null]);
  });

  it('keeps what it was given as it is', () => {
    const before = progressAfter(moments.walking);
    const copy = structuredClone(before);
    progressAfter([...moments.asking, ...moments.waiting], before);
    expect(before).toEqual(copy);
  });
});

it('is told only of the way of clients, not of what the survey looks at', async () => {
  const events: InspectEvent[] = [];
  const { facts } = await inspectIn({}, 'example.com', { onEvent: (event) => events.push(event) });
  const survey = seenValue(facts.survey);
  const elsewhere = survey === undefined ? undefined : seenValue(survey.delegatedClientFile);
  expect(elsewhere?.url).toBe('https://matrix.example.com/.well-known/matrix/client');
  const { endpoints } = progressAfter(events);
  const hosts = (place: 'file' | 'homeserver') => endpoints[place].map(({ destination }) => destination.host);
  expect(hosts('file')).toEqual(['example.com', 'example.com']);
  expect(hosts('homeserver')).toEqual(['matrix.example.com', 'matrix.example.com']);
  const urls = endpoints.homeserver.flatMap(({ looks }) => looks.map(({ url }) => url));
  expect(new Set(urls)).toEqual(new Set(['https://matrix.example.com/_matrix/client/versions']));
  expect(endpoints.homeserver.every(({ looks }) => looks.length > 0)).toBe(true);
  expect(endpoints.file.every(({ looks }) => looks.length > 0)).toBe(true);
});
