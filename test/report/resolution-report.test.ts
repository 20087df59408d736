import { describe, expect, it } from 'vitest';
import { seen, seenValue } from '../../src/facts/observation.js';
import { inspect } from '../../src/inspect.js';
import { loadScenario } from '../../src/lab/load-scenario.js';
import { startLab } from '../../src/lab/start-lab.js';
import { openNet } from '../../src/net/live.js';
import { resolutionExitCode, resolutionReport } from '../../src/report/resolution-report.js';
import { factsOf, SCENARIOS } from '../facts-of.js';

/** The walk of a scenario, and which requests arrived there. */
const resolve = async (name: string) => {
  const scenario = await loadScenario(name, SCENARIOS);
  const lab = await startLab(scenario);
  const net = openNet(lab.netOptions());
  try {
    const facts = await inspect(scenario.check, net, { allowPrivate: true, walkOnly: true });
    return { report: resolutionReport(facts), paths: lab.requests.http.map(({ target }) => target) };
  } finally {
    await net.close();
    await lab.close();
  }
};

describe('resolutionReport', () => {
  it('leads to the destinations and asks nothing of them', async () => {
    const { report, paths } = await resolve('healthy');
    expect(report).toMatchObject({
      input: 'example.com',
      step: '3.2',
      wellKnown: { state: 'valid' },
      because: null,
      blind: false,
      destinations: [
        { address: '203.0.113.10', port: 443, hostHeader: 'matrix.example.com:443', sni: 'matrix.example.com' },
        { address: '2001:db8::10', port: 443 },
      ],
    });
    expect(new Set(paths)).toEqual(new Set(['/.well-known/matrix/server']));
    expect(resolutionExitCode(report)).toBe(0);
  });

  it('is not blind where there are destinations, whatever the resolver says', async () => {
    const [facts, { report }] = await Promise.all([factsOf('resolver-silent'), resolve('healthy')]);
    const federation = seenValue(facts.federation);
    if (federation === undefined) throw new Error('there is a walk without a resolver, too');
    const { destinations } = report;
    const found = resolutionReport({ ...facts, federation: seen({ ...federation, destinations }) });
    expect(found).toMatchObject({ blind: false, because: null });
    expect(resolutionExitCode(found)).toBe(0);
  });

  it.each([
    ['no-dns', 2, /example\.com -> no address \(NXDOMAIN\)/],
    ['srv-no-service', 2, /no such service/],
    ['invalid-input', 2, /^this is not a server name: it has a blank in it/],
    ['resolver-silent', 3, /no answer from the DNS resolver/],
  ])('%s: exit code %i', async (scenario, code, because) => {
    const { report } = await resolve(scenario);
    expect(report.destinations).toEqual([]);
    expect(report.because).toMatch(because);
    expect(resolutionExitCode(report)).toBe(code);
  });
});
