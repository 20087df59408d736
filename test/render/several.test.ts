import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { nameColumn, renderServerLine } from '../../src/render/server-line.js';
import { type ListRun, renderTally } from '../../src/render/tally-text.js';
import { addToTally, EMPTY_TALLY, type Tally } from '../../src/report/tally.js';
import { reportFixture } from './report-fixture.js';

const plain = { width: 80, unicode: true, colour: false, verbose: false };
const line = { ...plain, nameWidth: 20, cut: false };
const interrupted = { ...reportFixture, setting: { ...reportFixture.setting, interrupted: true } };

describe('a server of several', () => {
  it('is one line', () => {
    expect(renderServerLine({ ...reportFixture, input: 'example.com' }, line)).toBe(
      '\u2717 example.com           failed   The certificate does not cover matrix.example.com (and 1 more)\n',
    );
  });

  it('says that it was cut off', () => {
    expect(renderServerLine({ ...interrupted, input: 'example.com' }, { ...line, unicode: false })).toBe(
      'x example.com           cut off\n',
    );
  });

  it.each([true, false])('is cut at a terminal (unicode %s), to the last column at most', (unicode) => {
    for (const width of [40, 50, 60, 70]) {
      const cut = renderServerLine(reportFixture, { ...line, width, unicode, cut: true, colour: true }).trimEnd();
      expect(stringWidth(cut)).toBeLessThanOrEqual(width);
      expect(cut).toMatch(unicode ? /\u2026$/ : /\.\.\.$/);
    }
  });

  it('lets nothing from elsewhere steer the terminal', () => {
    const evil = '\u001b[2J\n\u202e';
    const text = renderServerLine({ ...reportFixture, input: evil, findings: [] }, line);
    expect(text.startsWith('\u2717 \\u{1b}[2J\\u{a}\\u{202e}  failed')).toBe(true);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('has a column for names that no single one makes too wide', () => {
    expect(nameColumn(['a.example', 'bb.example'])).toBe(10);
    expect(nameColumn(['a'.repeat(100)])).toBe(32);
    expect(nameColumn([])).toBe(0);
  });
});

describe('the end of a list', () => {
  const tally: Tally = {
    counts: { pass: 10, warn: 1, fail: 12, unknown: 1 },
    interrupted: 0,
    worst: [
      { input: 'b.example', outcome: 'unknown', headline: 'could not be judged', errors: 0, warnings: 0 },
      { input: 'c.example', outcome: 'fail', headline: 'No server gets through', errors: 2, warnings: 0 },
    ],
  };
  const run: ListRun = { total: 24, durationMs: 12_345, details: (input) => `matrix-discovery check ${input}` };

  it('says how many of what, and the worst last', () => {
    expect(renderTally(tally, run, plain)).toBe(
      [
        '',
        '24 servers: 10 ok, 1 warning, 1 unknown, 12 failed; 12.3 s',
        '',
        '12 more above, and the worst:',
        '? b.example: could not be judged',
        '\u2717 c.example: No server gets through',
        '  Details: matrix-discovery check c.example',
        '',
      ].join('\n'),
    );
  });

  it('is one line where all is well', () => {
    const well: Tally = { ...EMPTY_TALLY, counts: { ...EMPTY_TALLY.counts, pass: 1 } };
    expect(renderTally(well, { total: 1, durationMs: null, details: null }, plain)).toBe('\n1 server: 1 ok\n');
  });

  it('says how far it came where it was interrupted', () => {
    const cut = [interrupted, reportFixture].reduce(addToTally, EMPTY_TALLY);
    expect(renderTally(cut, { ...run, durationMs: null }, plain)).toMatch(/^\n1 of 24 servers: 1 failed, 1 cut off\n/);
  });

  it.each([40, 60])('keeps within %i columns', (width) => {
    const long = { ...tally, worst: tally.worst.map((entry) => ({ ...entry, headline: 'word '.repeat(30).trim() })) };
    for (const text of renderTally(long, run, { ...plain, width }).split('\n')) {
      expect(stringWidth(text)).toBeLessThanOrEqual(Math.max(width, 44));
    }
  });
});
