import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { message } from '../../src/cli/message.js';
import { diagnose } from '../../src/diagnose.js';
import { renderExplanation } from '../../src/render/explanation.js';
import { renderJson, renderJsonLine } from '../../src/render/json.js';
import { renderQuiet } from '../../src/render/quiet.js';
import { renderResolution } from '../../src/render/resolution-text.js';
import { renderServerLine } from '../../src/render/server-line.js';
import { renderTally } from '../../src/render/tally-text.js';
import { changeLines } from '../../src/render/text/change-lines.js';
import { openPage, type TextOptions } from '../../src/render/text/page.js';
import { renderText } from '../../src/render/text.js';
import { changesBetween } from '../../src/report/changes.js';
import { describeCheck } from '../../src/report/check-description.js';
import type { Report } from '../../src/report/report.js';
import { type ResolutionReport, resolutionReport } from '../../src/report/resolution-report.js';
import { addToTally, EMPTY_TALLY } from '../../src/report/tally.js';
import { listRows, textLines } from '../../src/tui/browse/browse-state.js';
import { entriesOf } from '../../src/tui/browse/entries.js';
import { rowLine } from '../../src/tui/browse/row-lines.js';
import { factsOf } from '../facts-of.js';
import { opened, press } from '../tui/browse/opened.js';
import { FORGED, newHostileStrings } from './hostile-strings.js';
import { hostileFacts, hostileReport } from './hostile-values.js';

const STRINGS = 10_000;

/** By Unicode's own properties, not by our table: what steers, breaks the line, reorders, or cannot be seen. */
const HARMFUL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u;

/** So wide that no line is wrapped: a word at the beginning of one was put there by a line break. */
const UNWRAPPED = 20_000;

const OPTIONS: readonly TextOptions[] = [
  { width: UNWRAPPED, unicode: true, colour: false, verbose: true },
  { width: 80, unicode: true, colour: false, verbose: true },
  { width: 40, unicode: false, colour: false, verbose: false },
  { width: 120, unicode: true, colour: true, verbose: true, hyperlinks: true },
];

/** Colours and links are our own. */
const withoutOwn = (text: string): string =>
  text.replace(/\u001b\[(?:0|1|2|3[1-6])m|\u001b\]8;;(?:https:\/\/[!-~]*)?\u001b\\/g, '');

/** Throws where something in a text of ours could come from elsewhere and do harm. */
const holdHarmless = (format: string, text: string, wrapped = true): void => {
  const shown = withoutOwn(text);
  const risky = shown.replaceAll('\n', '').match(HARMFUL);
  if (risky !== null) expect.fail(`${format} has ${JSON.stringify(risky[0])} in it`);
  const forged = wrapped ? undefined : shown.split('\n').find((line) => line.trimStart().startsWith(FORGED));
  if (forged !== undefined) expect.fail(`${format} has a line that begins with what a server wrote: ${forged}`);
  if (/y{2001}/.test(shown)) expect.fail(`${format} has more than 2,000 characters of one string`);
};

/** Everything that people get of one report. `details`: also each finding on a screen of its own, which takes longest. */
const holdTexts = (report: Report, before: Report, details: boolean): void => {
  const changes = [...changesBetween(before, report), ...changesBetween(report, before)];
  const rows = listRows(opened(report));
  for (const options of OPTIONS) {
    const page = openPage(options);
    const line = { ...options, nameWidth: 20 };
    const run = { total: 2, durationMs: 1, details: (input: string) => `matrix-discovery ${input}` };
    const texts = {
      text: renderText(report, options),
      'a line of several': renderServerLine(report, { ...line, cut: true }),
      'a whole line of several': renderServerLine(report, { ...line, cut: false }),
      'the tally': renderTally(addToTally(EMPTY_TALLY, report), run, options),
      'the changes': changeLines(changes, page).join('\n'),
      'the rows of the screen': rows.map((row) => rowLine(row, false, page)).join('\n'),
    };
    for (const [format, text] of Object.entries(texts)) holdHarmless(format, text, options.width !== UNWRAPPED);
  }
  holdHarmless('quiet', renderQuiet(report), false);
  if (details) holdHarmless('the details of the screen', detailTexts(report).join('\n'));
};

const detailTexts = (report: Report): readonly string[] => {
  let state = opened(report);
  return entriesOf(listRows(state)).flatMap(() => {
    const lines = textLines({ ...state, view: 'detail' });
    state = press(state, 'j');
    return lines;
  });
};

const holdJson = (value: Report | ResolutionReport): void => {
  for (const [format, json] of [['json', renderJson(value)] as const, ['ndjson', renderJsonLine(value)] as const]) {
    const risky = json.replaceAll('\n', '').match(HARMFUL);
    if (risky !== null) expect.fail(`${format} has ${JSON.stringify(risky[0])} in it`);
    expect(JSON.parse(json)).toEqual(value);
  }
  expect(renderJsonLine(value).indexOf('\n')).toBe(renderJsonLine(value).length - 1);
};

describe('what servers wrote', { timeout: 120_000 }, () => {
  let facts: Awaited<ReturnType<typeof factsOf>>[];
  beforeAll(async () => {
    facts = [];
    for (const name of ['healthy', 'client-file-array', 'certificate-for-cn-only', 'address-servfail'])
      facts.push(await factsOf(name));
  });

  it(`does no harm in any format: ${STRINGS} hostile strings, in every field of reports`, () => {
    const strings = newHostileStrings(20_261_125);
    const reports = facts.map((each) => diagnose(each));
    for (let round = 0; strings.given() < STRINGS; round += 1) {
      const before = reports[round % reports.length];
      if (before === undefined) expect.fail('there are no reports');
      const report = hostileReport(before, strings);
      holdTexts(report, before, round === 0);
      holdJson(report);
    }
    expect(strings.given()).toBeGreaterThanOrEqual(STRINGS);
  });

  it(`does no harm on its way through the checks: ${STRINGS / 4} hostile strings, in every answer`, () => {
    const strings = newHostileStrings(5);
    for (let round = 0; strings.given() < STRINGS / 4; round += 1) {
      const original = facts[round % facts.length];
      if (original === undefined) expect.fail('there are no facts');
      const seen = hostileFacts(original, strings);
      const report = diagnose(seen);
      const thrown = report.findings.find(({ because }) => because?.startsWith('internal error'));
      expect(thrown).toBeUndefined();
      holdTexts(report, diagnose(original), round === 0);
      holdJson(report);
      const resolution = resolutionReport(seen);
      for (const options of OPTIONS)
        holdHarmless('resolve', renderResolution(resolution, options), options.width !== UNWRAPPED);
      holdJson(resolution);
    }
  });

  it('does no harm in a message', () => {
    const strings = newHostileStrings(7);
    for (let index = 0; index < 2000; index += 1) {
      const text = message(strings.next());
      holdHarmless('a message', text, false);
      expect(text.split('\n')).toHaveLength(2);
    }
  });
});

describe('what is said of a check', () => {
  it.each(checks.map((check) => [check.id, check] as const))('%s has nothing risky in it', (_, check) => {
    for (const options of OPTIONS) holdHarmless('explain', renderExplanation(describeCheck(check, 'nginx'), options));
  });
});
