import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.js';
import { parseFacts } from '../../../src/facts/parse.js';
import type { Report } from '../../../src/report/report.js';
import { openClosedWorld, type Run } from './closed-world.js';
import { WAYS } from './ways.js';

const runOf = async (wanted: string, written: string): Promise<Run> => {
  const way = WAYS.find((one) => one.way === wanted);
  if (way === undefined) throw new Error(`no such way: ${wanted}`);
  const world = await openClosedWorld(way, [{ written, addresses: ['10.0.0.1'] }]);
  try {
    return await world.run(0, true);
  } finally {
    await world.close();
  }
};

const reportOf = async (wanted: string, written = '10.0.0.1'): Promise<Report> =>
  diagnose((await runOf(wanted, written)).facts);

const errors = ({ findings }: Report, area: RegExp): readonly string[] =>
  findings.filter((one) => one.outcome === 'fail' && one.severity === 'error' && area.test(one.id)).map(({ id }) => id);

const untested = ({ findings }: Report, wanted: string): readonly (string | null)[] =>
  findings.filter(({ id, outcome }) => id === wanted && outcome === 'not-tested').map(({ because }) => because);

const REFUSED = 'this run connects only to public addresses (--public-only)';

describe('what was refused', () => {
  it('is told as an address without which nobody comes, once for servers and once for clients', async () => {
    const report = await reportOf('the name', 'closed.example.net');
    expect(errors(report, /./)).toEqual(['dns/public-addresses', 'client/public-addresses']);
    expect(report.outcome).toBe('fail');
  });

  it('is no fault of the connection', async () => {
    const report = await reportOf('m.server');
    expect(errors(report, /./)).toEqual(['dns/public-addresses']);
    expect(untested(report, 'connection/reachable')).toEqual([`10.0.0.1:8448: ${REFUSED}`]);
  });

  it('leaves the client side unknown where only a redirect leads there', async () => {
    const report = await reportOf('a redirect of the client file');
    expect(errors(report, /^client/)).toEqual([]);
    expect(report.client).toMatchObject({ outcome: 'unknown', state: null });
  });

  it('names where a redirect led', async () => {
    const report = await reportOf('a redirect of the server file');
    expect(untested(report, 'well-known/reachable')).toEqual([
      `203.0.114.5:443, then https://10.0.0.1/file: ${REFUSED}`,
    ]);
  });

  it.each([
    ['the identity server', 'client/identity-server-answers'],
    ['a service for calls in the client file', 'calls/service-reachable'],
    ['_matrix that is hidden by a server file', 'srv/hidden-fallback-works'],
  ])('of %s is not tested', async (way, check) => {
    const report = await reportOf(way, way.startsWith('_') ? 'closed.example.net' : '10.0.0.1');
    expect(errors(report, new RegExp(`^${check}`))).toEqual([]);
    expect(untested(report, check).join()).toContain(REFUSED);
  });

  it('is in the facts, which can be read again; facts of an earlier version were of a run without it', async () => {
    const { facts } = await runOf('m.server', '10.0.0.1');
    expect(facts.setting.publicOnly).toBe(true);
    const text = JSON.stringify(facts);
    expect(parseFacts(JSON.parse(text))).toEqual(facts);
    expect(parseFacts(JSON.parse(text.replace(',"publicOnly":true', ''))).setting.publicOnly).toBe(false);
  });
});
