import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.js';
import { browse } from '../../../src/tui/browse/browse.js';
import { listRows, selectedEntry, textLines } from '../../../src/tui/browse/browse-state.js';
import { entriesOf } from '../../../src/tui/browse/entries.js';
import { keysOf } from '../../../src/tui/browse/key.js';
import { roomOf } from '../../../src/tui/browse/room.js';
import { factsOf } from '../../facts-of.js';
import { reportFixture } from '../../render/report-fixture.js';
import { opened, press, selectedId } from './opened.js';

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
