import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.js';
import type { Report } from '../../../src/report/report.js';
import { type BrowseEvent, browse } from '../../../src/tui/browse/browse.js';
import { type Browse, listRows, openBrowse, selectedEntry, textLines } from '../../../src/tui/browse/browse-state.js';
import { entriesOf } from '../../../src/tui/browse/entries.js';
import { keysOf } from '../../../src/tui/browse/key.js';
import { roomOf } from '../../../src/tui/browse/room.js';
import { factsOf } from '../../facts-of.js';
import { reportFixture } from '../../render/report-fixture.js';

const LOOK = { colour: false, unicode: true, links: false };
const SIZE = { columns: 80, rows: 24 };

const opened = (report: Report = reportFixture, size = SIZE): Browse => openBrowse(report, LOOK, size);

/** Text is typed as it is; `<down>` and the like are keys. */
const press = (state: Browse, typed: string): Browse => {
  const parts = typed.match(/<[a-z-]+>|[^<]+/g) ?? [];
  return parts.flatMap(events).reduce(browse, state);
};

const events = (part: string): readonly BrowseEvent[] => {
  const named = /^<(.*)>$/.exec(part)?.[1];
  const keys = named === undefined ? keysOf(part, {}) : [{ name: named } as ReturnType<typeof keysOf>[number]];
  return keys.map((key) => ({ type: 'key', key }));
};

const selectedId = (state: Browse): string | undefined => {
  const entry = selectedEntry(state);
  return entry?.kind === 'finding' ? entry.finding.id : entry?.kind;
};

describe('the list', () => {
  it('begins at the worst', () => {
    const headings = listRows(opened()).flatMap((row) => (row.kind === 'heading' ? [row.words] : []));
    expect(headings).toEqual([
      'Findings (2)',
      'Endpoints of the federation (2)',
      'Not tested (1)',
      'Passed (1)',
      'Does not apply (1)',
    ]);
    expect(selectedId(opened())).toBe('tls/certificate-name');
  });

  it('is walked by arrows and by letters, and ends at its ends', () => {
    expect(press(opened(), 'jj').selected).toBe(2);
    expect(press(opened(), '<down><down><up>').selected).toBe(1);
    expect(press(opened(), 'kkk').selected).toBe(0);
    expect(selectedId(press(opened(), 'G'))).toBe('dns/ipv6');
    expect(press(opened(), 'Gj').selected).toBe(6);
    expect(press(opened(), '<end><home>').selected).toBe(0);
    expect(press(opened(), '<page-down>').selected).toBe(6);
  });

  it('moves its window no more than it has to', () => {
    const small = { columns: 80, rows: 6 };
    const state = press(opened(reportFixture, small), 'jjjj');
    const room = roomOf(small).body;
    expect(room).toBe(3);
    const shown = listRows(state).slice(state.top, state.top + room);
    expect(shown.some((row) => row.kind === 'entry' && row.index === state.selected)).toBe(true);
    // Going back, the heading comes into view with the entry below it.
    expect(press(state, 'kkkk').top).toBe(0);
  });
});

describe('keys', () => {
  it('open details, scroll in them, and lead back', () => {
    const details = press(opened(reportFixture, { columns: 80, rows: 8 }), '<enter>');
    expect(details.view).toBe('detail');
    expect(textLines(details).join('\n')).toMatch(/Seen .*\n[\s\S]*Why [\s\S]*Fix [\s\S]*Spec /);
    expect(press(details, 'j').scroll).toBe(1);
    expect(press(details, 'G').scroll).toBe(textLines(details).length - roomOf(details.size).body);
    expect(press(details, '<escape>')).toMatchObject({ view: 'list', left: null });
    expect(press(details, 'n')).toMatchObject({ view: 'detail', selected: 1 });
    expect(press(details, 'np')).toMatchObject({ view: 'detail', selected: 0 });
  });

  it('filter by every word, take text as text, and give it up', () => {
    const typing = press(opened(), '/cert qj');
    expect(typing).toMatchObject({ typing: true, filter: 'cert qj', left: null });
    const filtered = press(opened(), '/203.0.113<enter>');
    expect(entriesOf(listRows(filtered)).map(({ kind }) => kind)).toContain('endpoint');
    expect(press(filtered, '<escape>')).toMatchObject({ filter: '', left: null });
    expect(press(opened(), '/abc<backspace><backspace>').filter).toBe('a');
    expect(press(opened(), '/<backspace>').typing).toBe(false);
    expect(press(opened(), '/abc<clear>').filter).toBe('');
    expect(selectedEntry(press(opened(), '/no such thing<enter><enter>'))).toBeUndefined();
  });

  it('show the link to the specification until the next key', () => {
    const linked = press(opened(), 'o');
    expect(linked.notice).toEqual({ words: expect.stringMatching(/^https:\/\/spec\.matrix\.org\//), isLink: true });
    expect(press(linked, 'j').notice).toBeNull();
    const onEndpoint = press(opened(), '/2001:db8<enter>o');
    expect(onEndpoint.notice?.isLink).toBe(selectedEntry(onEndpoint)?.kind === 'finding');
  });

  it('leave: q and Esc with the report, Ctrl-C interrupted', () => {
    expect(press(opened(), 'q').left).toBe('leave');
    expect(press(opened(), '<escape>').left).toBe('leave');
    expect(press(opened(), '<enter>q').left).toBe('leave');
    expect(press(opened(), '?<escape>')).toMatchObject({ view: 'list', left: null });
    expect(press(opened(), '/q\u0003').left).toBe('interrupt');
  });

  it('are heard one by one where they came at once', () => {
    expect(keysOf('jj\r', {})).toEqual([{ name: 'text', text: 'j' }, { name: 'text', text: 'j' }, { name: 'enter' }]);
    expect(keysOf('', { delete: true })).toEqual([{ name: 'backspace' }]);
    expect(keysOf('c', { ctrl: true })).toEqual([{ name: 'interrupt' }]);
    expect(keysOf('x', { ctrl: true })).toEqual([]);
    expect(keysOf('x', { meta: true })).toEqual([]);
    expect(keysOf('', { escape: true, meta: true })).toEqual([{ name: 'escape' }]);
  });
});

describe('another run', () => {
  it('is asked for once, and marks what changed', async () => {
    const [broken, healthy] = await Promise.all(
      ['expired-certificate', 'healthy'].map(async (name) => diagnose(await factsOf(name))),
    );
    if (broken === undefined || healthy === undefined) throw new Error('two reports are expected');
    const running = press(opened(healthy), 'r');
    expect(running.running).toBe(true);
    const worse = browse(running, { type: 'report', report: broken });
    expect(worse).toMatchObject({ running: false, runs: 2, selected: 0, view: 'list' });
    expect(listRows(worse)[0]).toMatchObject({ words: `Changed since the last run (${worse.changes.length})` });
    const marks = entriesOf(listRows(worse)).flatMap((entry) =>
      'mark' in entry && entry.mark !== null ? [entry.mark] : [],
    );
    expect(new Set(marks)).toEqual(new Set(['new', 'changed']));

    const same = browse(press(worse, 'r'), { type: 'report', report: broken });
    expect(same).toMatchObject({ changes: [], notice: { words: 'nothing changed' } });
    expect(selectedId(same)).toBe('tls/certificate-dates');
  });

  it('leaves whoever reads details where they are, unless these are gone', () => {
    const details = press(opened(), 'j<enter>');
    const id = selectedId(details);
    expect(id).toMatch(/\//);
    const still = browse(details, { type: 'report', report: reportFixture });
    expect([still.view, selectedId(still)]).toEqual(['detail', id]);
    const report = { ...reportFixture, findings: reportFixture.findings.filter((one) => one.id !== id) };
    expect(browse(details, { type: 'report', report }).view).toBe('list');
  });

  it('says why there is no report of it', () => {
    const state = browse(press(opened(), 'r'), { type: 'no-report', words: 'interrupted' });
    expect(state).toMatchObject({ running: false, runs: 1, notice: { words: 'interrupted' } });
  });
});

describe('whatever is pressed', () => {
  const named = [
    'up',
    'down',
    'left',
    'right',
    'page-up',
    'page-down',
    'home',
    'end',
    'enter',
    'escape',
    'backspace',
    'clear',
  ] as const;
  const event: fc.Arbitrary<BrowseEvent> = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...named).map((name) => ({ type: 'key', key: { name } }) as const) },
    {
      weight: 6,
      arbitrary: fc
        .oneof(fc.constantFrom(...'jkhlgGnpro?/ '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }))
        .map((text) => ({ type: 'key', key: { name: 'text', text } }) as const),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ columns: fc.integer({ min: 1, max: 150 }), rows: fc.integer({ min: 1, max: 60 }) })
        .map((size) => ({ type: 'resize', size }) as const),
    },
    {
      weight: 1,
      arbitrary: fc
        .subarray([...reportFixture.findings])
        .map((findings) => ({ type: 'report', report: { ...reportFixture, findings } }) as const),
    },
  );

  it('the selection is in range and in view, and no more is shown than there is room for', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (all) => {
        let state = opened();
        for (const one of all) {
          state = browse(state, one);
          const rows = listRows(state);
          const count = entriesOf(rows).length;
          const { header, body, footer } = roomOf(state.size);
          expect(state.selected).toBeGreaterThanOrEqual(0);
          expect(state.selected).toBeLessThan(Math.max(1, count));
          expect(header + body + footer).toBeLessThanOrEqual(Math.max(1, state.size.rows - 1));
          expect(body).toBeGreaterThan(0);
          const shown = rows.slice(state.top, state.top + body);
          expect(count === 0 || shown.some((row) => row.kind === 'entry' && row.index === state.selected)).toBe(true);
          if (state.view !== 'list') expect(textLines(state).slice(state.scroll, state.scroll + body)).not.toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('plain details fit the screen', () => {
    for (const columns of [40, 61, 100]) {
      let state = opened(reportFixture, { columns, rows: 24 });
      for (let index = 0; index < entriesOf(listRows(state)).length; index += 1) {
        const wide = textLines({ ...state, view: 'detail' }).filter((line) => stringWidth(line) >= columns);
        expect(wide).toEqual([]);
        state = press(state, 'j');
      }
    }
  });
});
