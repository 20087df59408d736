import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Destination } from '../../src/facts/destination.js';
import { STEPS } from '../../src/facts/federation.js';
import type { HttpLook } from '../../src/facts/http.js';
import { seenValue } from '../../src/facts/observation.js';
import { openPage } from '../../src/render/text/page.js';
import { endpointLines } from '../../src/tui/endpoint-table.js';
import { type Layout, layOut, MIN_ROWS } from '../../src/tui/layout.js';
import { type Connection, noProgress, type Progress } from '../../src/tui/progress.js';
import { factsOf } from '../facts-of.js';

/** Looks of several kinds to give to endpoints. */
let looks: readonly (readonly HttpLook[])[];
let sessions: readonly Connection[];
beforeAll(async () => {
  const slow = seenValue((await factsOf('slow')).federation)?.endpoints ?? [];
  sessions = slow.map(({ version }) => seenValue(version.connection) ?? 'open');
  looks = [[], ...slow.map(({ version, keys }) => [version, keys]), ...slow.map(({ version }) => [version])];
});

const pages = [
  { unicode: true, colour: true },
  { unicode: false, colour: false },
] as const;

/** An answer or a reason of any length, and those that many steps share. */
const because = fc.oneof(
  fc.constantFrom('no', 'not consulted: the well-known file is valid', '200 -> matrix.example.com'),
  fc.string({ maxLength: 200 }),
);

const destination = fc.record<Destination>({
  host: fc.oneof(fc.domain(), fc.constant('a.example'), fc.string()),
  address: fc.oneof(fc.ipV4(), fc.ipV6()),
  port: fc.nat(65_535),
  hostHeader: fc.oneof(fc.domain(), fc.string()),
  sni: fc.constant(null),
  certificateName: fc.constant(''),
  priority: fc.constant(null),
  weight: fc.constant(null),
});

const endpoints = fc.array(
  fc.record({
    destination,
    connection: fc.nat(100).map((index) => [null, 'open' as const, ...sessions][index % (sessions.length + 2)] ?? null),
    looks: fc.nat(100).map((index) => looks[index % looks.length] ?? []),
  }),
  { maxLength: 30 },
);

const anyProgress: fc.Arbitrary<Progress> = fc
  .record({
    answers: fc.array(fc.record({ taken: fc.boolean(), because }), { maxLength: STEPS.length }),
    server: endpoints,
    file: endpoints,
    homeserver: endpoints,
    durationMs: fc.constantFrom(null, 1000),
  })
  .map(({ answers, server, file, homeserver, durationMs }) => ({
    ...noProgress,
    input: 'example.com',
    observedAt: '2026-11-25T12:00:00.000Z',
    steps: answers.flatMap((answer, index) => {
      const step = STEPS[index];
      return step === undefined ? [] : [{ step, ...answer }];
    }),
    endpoints: { server, file, homeserver },
    durationMs,
  }));

/** Header and status line, the walk, the sections, and the empty lines: one below the header, one above the status line, one above each section. */
const heightOf = ({ walk, current, sections, airy }: Layout): number =>
  2 +
  walk.length +
  (current === null ? 0 : 1) +
  sections.reduce((sum, { shown, hidden }) => sum + 1 + shown.length + (hidden.length === 0 ? 0 : 1), 0) +
  (airy ? 2 + sections.length : 0);

describe('the layout', () => {
  it('is never taller than it may be, and loses no endpoint without counting it', () => {
    fc.assert(
      fc.property(anyProgress, fc.integer({ min: MIN_ROWS, max: 60 }), (progress, rows) => {
        const layout = layOut(progress, rows);
        expect(heightOf(layout)).toBeLessThanOrEqual(rows);
        for (const { place, shown, hidden } of layout.sections) {
          expect([...shown, ...hidden]).toEqual(progress.endpoints[place]);
        }
      }),
    );
  });

  it('comes to an end whatever the room', () => {
    fc.assert(
      fc.property(anyProgress, fc.integer({ min: -20, max: MIN_ROWS }), (progress, rows) => {
        const { sections, walk } = layOut(progress, rows);
        expect(sections.length).toBeLessThanOrEqual(3);
        expect(walk.length).toBeLessThanOrEqual(STEPS.length);
      }),
    );
    expect(layOut({ ...noProgress, input: 'example.com' }, 0)).toMatchObject({ sections: [], airy: false });
  });

  it('shows everything where there is room', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const { sections, airy, walk } = layOut(progress, 200);
        expect(airy).toBe(true);
        expect(sections.every(({ hidden }) => hidden.length === 0)).toBe(true);
        expect(walk.length > 0).toBe(progress.steps.length > 0);
      }),
    );
  });

  it('keeps the last step that was taken, whatever there is room for', () => {
    fc.assert(
      fc.property(anyProgress, fc.integer({ min: MIN_ROWS, max: 60 }), (progress, rows) => {
        const last = progress.steps.findLast(({ taken }) => taken);
        if (last === undefined) return;
        expect(layOut(progress, rows).walk.map(({ steps }) => steps)).toContain(last.step);
      }),
    );
  });
});

describe('the lines of the endpoints', () => {
  it('are as many as were laid out, and none is wider than it may be', () => {
    fc.assert(
      fc.property(
        anyProgress,
        fc.integer({ min: 39, max: 150 }),
        fc.integer({ min: MIN_ROWS, max: 60 }),
        fc.constantFrom(...pages),
        (progress, width, rows, look) => {
          const { sections } = layOut(progress, rows);
          const page = openPage({ ...look, width, verbose: false });
          const lines = endpointLines(sections, { page, spinner: '/', observedAt: progress.observedAt });
          expect(lines.map((ofSection) => ofSection.length)).toEqual(
            sections.map(({ shown, hidden }) => 1 + shown.length + (hidden.length === 0 ? 0 : 1)),
          );
          for (const { text } of lines.flat()) expect(stringWidth(text)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
