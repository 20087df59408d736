import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/render/text/page.js';
import type { Report } from '../../../src/report/report.js';
import { type BrowseEvent, browse } from '../../../src/tui/browse/browse.js';
import { listRows, textLines } from '../../../src/tui/browse/browse-state.js';
import { entriesOf } from '../../../src/tui/browse/entries.js';
import { roomOf } from '../../../src/tui/browse/room.js';
import { rowLine } from '../../../src/tui/browse/row-lines.js';
import { reportFixture } from '../../render/report-fixture.js';
import { opened, press } from './opened.js';

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

  it('what servers wrote cannot steer the terminal', () => {
    const hostile = '\u001b]52;c;eA==\u0007\u001b[2J\r\u202e';
    const [destination] = reportFixture.federation.destinations;
    if (destination === undefined) throw new Error('the report is expected to have a destination');
    const report: Report = {
      ...reportFixture,
      input: hostile,
      serverName: null,
      federation: {
        ...reportFixture.federation,
        summary: hostile,
        destinations: [{ ...destination, because: hostile, server: { name: hostile, version: hostile } }],
      },
      findings: reportFixture.findings.map((one) => ({
        ...one,
        title: hostile,
        evidence: [{ label: hostile, value: hostile }],
        because: hostile,
        fix: hostile,
      })),
    };
    const page = openPage({ width: 79, unicode: true, colour: false, verbose: false });
    let state = browse(opened(), { type: 'report', report });
    const count = entriesOf(listRows(state)).length;
    const drawn: string[] = [state.report.input, state.report.federation.summary];
    for (let index = 0; index < count; index += 1) {
      drawn.push(...textLines({ ...state, view: 'detail' }));
      state = press(state, 'j');
    }
    drawn.push(...listRows(state).map((row) => rowLine(row, false, page)));
    expect(count).toBeGreaterThan(7);
    expect(drawn.join('\n')).toContain('\\u{1b}]52');
    expect(drawn.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
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
