import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.js';
import type { Facts } from '../../src/facts/facts.js';
import { FactsError, parseFacts } from '../../src/facts/parse.js';
import { mergePatch } from '../../src/lab/merge-patch.js';
import { clientFacts } from '../checks/client-facts.js';
import { runMain } from '../cli/fake-io.js';

const healthy: unknown = JSON.parse(JSON.stringify(clientFacts()));
const whole = JSON.stringify(healthy);

const said = async (stdin: string): Promise<string> => {
  const { code, stdout, stderr } = await runMain(['check', '--from-facts', '-'], { stdin });
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/^matrix-discovery: --from-facts -: [^\n\u007f-\u009f\u001b\u202e]{1,2100}\n$/);
  return stderr.slice('matrix-discovery: --from-facts -: '.length).trimEnd();
};

const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);

const patched = (patch: object): string => JSON.stringify(mergePatch(healthy, patch));

describe('a facts file that is damaged or hostile', () => {
  it.each([
    ['nothing', '', 'expected facts as JSON, found nothing'],
    ['the first half of one', whole.slice(0, whole.length / 2), 'not JSON, or cut off'],
    ['bytes of another kind', '\u0000\ufffd', 'expected text in UTF-8, found zero bytes'],
    ['3 million brackets', '['.repeat(3_000_000), 'not JSON, or cut off'],
    ['as many that end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'the file: expected object, found an array'],
    ['another version', patched({ factsVersion: 2 }), 'factsVersion: expected 1, found 2'],
    ['a word for a version', patched({ factsVersion: '1' }), 'factsVersion: expected 1, found "1"'],
    ['a word for a date', patched({ observedAt: '1' }), 'observedAt: expected a moment as ISO 8601 UTC, found "1"'],
    [
      'a date without a zone',
      patched({ observedAt: '2026-11-25T18:00:00' }),
      'observedAt: expected a moment as ISO 8601 UTC, found "2026-11-25T18:00:00"',
    ],
    ['a date that is none', patched({ observedAt: '2026-13-45T99:00:00Z' }), /^observedAt: expected a moment/],
    ['a number as text', patched({ durationMs: '12' }), 'durationMs: expected number, found "12"'],
    ['a number without end', whole.replace(/"durationMs":\d+/, '"durationMs":1e999'), /^durationMs: expected number/],
    ['a prototype', whole.replace('{', '{"__proto__":{"polluted":1},'), /expected no member "__proto__"/],
    ['a foreign member', patched({ opinion: 1 }), 'the file: expected no member "opinion", found an object'],
    ['one that steers', patched({ '\u001b]52;c;eA==\u0007\u202e': 1 }), /expected no member "/],
    [
      'thousands of foreign members',
      patched(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`${index}${'k'.repeat(100)}`, 1]))),
      /^the file: expected no member "0k{59}", "1k{59}", "2k{59}" and 4997 more, found an object$/,
    ],
  ])('with %s is told what is wrong', async (_, text, expected) => {
    expect(await said(text)).toMatch(expected instanceof RegExp ? expected : exactly(expected));
    expect({}).not.toHaveProperty('polluted');
  });

  it('of 100 MB is read, and told what is wrong', { timeout: 120_000 }, async () => {
    const text = `{"factsVersion":1,"tool":"${'a'.repeat(100 * 1024 * 1024)}"}`;
    expect(await said(text)).toMatch(/^tool: expected object, found "a{59}\.\.\.$/);
  });

  it('tells as much to who uses the library', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [String(index), 1]));
    const read = (): Facts => parseFacts(mergePatch(healthy, many));
    expect(read).toThrow(FactsError);
    expect(read).toThrow(/^the file: expected no member "0", "1", "2" and 4997 more/);
  });
});

/** The same facts with this in place of each value that `key` has. */
const everywhere = (key: string, value: unknown): Facts =>
  parseFacts(JSON.parse(whole, (name, old: unknown) => (name === key ? value : old)));

const LONG = 'z'.repeat(1_000_000);

describe('facts that nobody has seen', () => {
  it.each([
    ['certificates of garbage', 'chain', ['AAAA', 'not base64', '', LONG]],
    ['no certificates', 'chain', []],
    ['bodies without end', 'content', LONG],
    ['bodies of nothing but brackets', 'content', '['.repeat(100_000)],
    ['header lines without end', 'headers', Array.from({ length: 5000 }, () => ['Access-Control-Allow-Origin', '*'])],
    ['a header line of a million characters', 'headers', [['Cache-Control', LONG]]],
    ['a status that is none', 'status', -1],
    ['a port that is none', 'port', 1e308],
    ['hosts without end', 'host', LONG],
    ['URLs that are none', 'url', '::'],
    ['URLs without end', 'url', LONG],
    ['reasons without end', 'because', LONG],
    ['a protocol without end', 'protocol', LONG],
    ['addresses that are none', 'address', '999.1.1.1'],
    ['negative times', 'ttl', -1],
  ])('with %s are judged by every check, in bounds', (_, key, value) => {
    const facts = key === 'host' || key === 'url' ? replacedTexts(key, String(value)) : everywhere(key, value);
    const report = diagnose(facts);
    for (const finding of report.findings) {
      expect(finding.because ?? '').not.toMatch(/^internal error/);
      const { title, why, fix, evidence } = finding;
      expect([finding.id, JSON.stringify([title, why, fix, evidence]).length < MOST_CHARACTERS]).toEqual([
        finding.id,
        true,
      ]);
    }
    expect(report.findings.length).toBeGreaterThan(100);
  });
});

const MOST_CHARACTERS = 60_000;

/** `host` and `url` are texts in one place and objects in another. */
const replacedTexts = (key: string, text: string): Facts =>
  parseFacts(JSON.parse(whole, (name, old: unknown) => (name === key && typeof old === 'string' ? text : old)));
