import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.js';
import { changeWords } from '../../src/render/text/change-lines.js';
import { type Change, changesBetween } from '../../src/report/changes.js';
import type { Report } from '../../src/report/report.js';
import { factsOf } from '../facts-of.js';
import { reportFixture } from '../render/report-fixture.js';
import { finding } from './finding.js';

const reports = new Map<string, Promise<Report>>();
const reportOf = (scenario: string): Promise<Report> => {
  const known = reports.get(scenario) ?? factsOf(scenario).then((facts) => diagnose(facts));
  reports.set(scenario, known);
  return known;
};

const between = async (before: string, after: string): Promise<readonly Change[]> =>
  changesBetween(await reportOf(before), await reportOf(after));

const lines = (changes: readonly Change[]): readonly string[] =>
  changes.map((change) => `${change.kind}: ${changeWords(change)}`);

describe('between scenarios', () => {
  it('a certificate that expires makes it worse, and renewing it better', async () => {
    const worse = await between('healthy', 'expired-certificate');
    expect(new Set(worse.map(({ kind }) => kind))).toEqual(new Set(['worse']));
    expect(lines(worse)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^worse: Federation: failed, was ok \(other servers do not get through: .*expired/),
        expect.stringMatching(/^worse: Clients: failed, was ok \(/),
        'worse: destination 203.0.113.10:443: certificate expired, was ok (Host: matrix.example.com:443)',
        'worse: destination [2001:db8::10]:443: certificate expired, was ok (Host: matrix.example.com:443)',
        expect.stringMatching(/^worse: new error \(tls\/certificate-dates\): The certificate of .* expired on /),
      ]),
    );
    const better = await between('expired-certificate', 'healthy');
    expect(new Set(better.map(({ kind }) => kind))).toEqual(new Set(['better']));
    expect(better).toHaveLength(worse.length);
    expect(lines(better)).toContainEqual(expect.stringMatching(/^better: error gone \(tls\/certificate-dates\): /));
  });

  it('another way to the server is told by its step, its delegate and its addresses', async () => {
    const changes = await between('healthy', 'delegated-srv');
    expect(lines(changes)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^other: the step that decides: 3\.3, was 3\.2$/)]),
    );
    expect(changes.filter(({ what }) => what === 'delegate')).toHaveLength(1);
  });

  it('nothing changes from one look to the next', async () => {
    const again = diagnose(await factsOf('expired-certificate'));
    expect(lines(changesBetween(await reportOf('expired-certificate'), again))).toEqual([]);
  });
});

describe('of a report', () => {
  const withFindings = (...findings: Report['findings']): Report => ({ ...reportFixture, findings });
  const failed = finding({ outcome: 'fail', title: 'It is broken', evidence: [{ label: 'a', value: '1' }] });

  it('a check that cannot be tested any more is not better', () => {
    const before = withFindings(failed);
    const after = withFindings(finding({ outcome: 'not-tested', because: 'no TLS' }));
    expect(lines(changesBetween(before, after))).toEqual([
      'other: error not tested this time (tls/certificate-name): It is broken',
    ]);
  });

  it('each subject of a check counts for itself', () => {
    const [a, b] = ['a.example', 'b.example'].map((subject) => ({ ...failed, subject }));
    if (a === undefined || b === undefined) throw new Error('two findings are expected');
    expect(lines(changesBetween(withFindings(a), withFindings(a, b)))).toEqual([
      'worse: new error (tls/certificate-name): It is broken (b.example)',
    ]);
    expect(lines(changesBetween(withFindings(a, b), withFindings(b)))).toEqual([
      'better: error gone (tls/certificate-name): It is broken (a.example)',
    ]);
  });

  it('other evidence is a change, another order of it is none', () => {
    const two = { ...failed, evidence: [...failed.evidence, { label: 'b', value: '2' }] };
    const turned = { ...two, evidence: two.evidence.toReversed() };
    expect(changesBetween(withFindings(two), withFindings(turned))).toEqual([]);
    expect(lines(changesBetween(withFindings(failed), withFindings(two)))).toEqual([
      'other: error, seen otherwise (tls/certificate-name): It is broken; b: 2',
    ]);
  });

  it('what only tells the moment is no change', () => {
    const at = (value: string): Report =>
      withFindings({ ...failed, title: `It takes ${value}`, evidence: [{ label: 'a', value }] });
    const pairs = [
      ['5.5 s', '5.6 s'],
      ['5505 ms', '5612 ms'],
      ['valid_until_ts is 1795713662', 'valid_until_ts is 1795713668'],
      ['2026-11-25T08:00:00.000Z', '2026-11-25T08:01:00.000Z'],
    ] as const;
    for (const [before, after] of pairs) expect(changesBetween(at(before), at(after))).toEqual([]);
    expect(changesBetween(at('404'), at('502'))).toHaveLength(1);
    expect(changesBetween(at('2026-11-25T08:00:00Z'), at('2026-11-26T08:00:00Z'))).toHaveLength(1);
    expect(changesBetween(at('203.0.113.5:443'), at('203.0.113.6:443'))).toHaveLength(1);
  });

  it('a notice is neither better nor worse', () => {
    const notice = { ...failed, severity: 'notice' } as const;
    expect(changesBetween(withFindings(), withFindings(notice)).map(({ kind }) => kind)).toEqual(['other']);
    expect(changesBetween(withFindings(notice), withFindings()).map(({ kind }) => kind)).toEqual(['other']);
  });

  it('addresses of the server file and destinations come and go', () => {
    const { federation } = reportFixture;
    const moved: Report = {
      ...reportFixture,
      client: { ...reportFixture.client, baseUrl: null },
      federation: {
        ...federation,
        wellKnown: { ...federation.wellKnown, addresses: [{ address: '203.0.113.6', state: 'valid' }] },
        destinations: federation.destinations.slice(0, 1).map((one) => ({ ...one, address: '203.0.113.11' })),
      },
    };
    expect(lines(changesBetween(reportFixture, moved))).toEqual([
      'other: clients are sent to: none, was https://matrix.example.com',
      'other: the server file is read at 203.0.113.6 now',
      'other: the server file is no longer read at 203.0.113.5',
      'other: destination added: 203.0.113.11:443, certificate for another name (Host: matrix.example.com:443)',
      'other: destination gone: 203.0.113.10:443 (Host: matrix.example.com:443)',
      'other: destination gone: [2001:db8::10]:443 (Host: matrix.example.com:443)',
    ]);
  });

  it('a doubt is neither better nor worse than what was known', () => {
    const unknown: Report = {
      ...reportFixture,
      client: { ...reportFixture.client, outcome: 'unknown', summary: 'no network' },
    };
    expect(lines(changesBetween(reportFixture, unknown))).toEqual([
      'other: Clients: unknown, was warning (no network)',
    ]);
  });

  it('what the server wrote cannot steer the terminal', () => {
    const after: Report = {
      ...reportFixture,
      client: { ...reportFixture.client, baseUrl: 'https://a\u001b]52;c;x\u0007' },
    };
    expect(lines(changesBetween(reportFixture, after))).toEqual([
      'other: clients are sent to: https://a\\u{1b}]52;c;x\\u{7}, was https://matrix.example.com',
    ]);
  });
});
