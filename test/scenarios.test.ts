import { isIP } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../src/checks/index.js';
import { diagnose } from '../src/diagnose.js';
import type { Facts } from '../src/facts/facts.js';
import { inspect } from '../src/inspect.js';
import { loadScenario, scenarioNames } from '../src/lab/load-scenario.js';
import type { Expectation, Scenario } from '../src/lab/scenario.js';
import { startLab } from '../src/lab/start-lab.js';
import type { SeenRequest } from '../src/lab/web-server.js';
import { openNet } from '../src/net/live.js';
import type { Finding, Report } from '../src/report/report.js';
import { hostAndPort } from '../src/spec/server-name.js';
import { textFaults } from './check-texts.js';

const folder = join(import.meta.dirname, '../fixtures/scenarios');
const names = await scenarioNames(folder);
/** What became of each check over all scenarios. */
const outcomes = new Map<string, Set<string>>(checks.map(({ id }) => [id, new Set()]));

describe.concurrent('scenarios', () => {
  it.for(names)('%s', async (name, { expect }) => {
    const scenario = await loadScenario(name, folder);
    const { facts, questions, misnamed } = await look(scenario);
    const report = diagnose(facts);

    for (const { id, outcome } of report.findings) outcomes.get(id)?.add(outcome);

    expect(found(report, scenario.expect)).toEqual(wanted(scenario.expect));
    expect(report.findings.flatMap(textFaults)).toEqual([]);

    const saved = JSON.stringify(facts);
    expect(diagnose(JSON.parse(saved))).toEqual(report);
    expect(saved).not.toContain('"reason":"internal"');
    expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([]);
    expect(misnamed).toEqual([]);
  });
});

describe('every check', () => {
  it.each(['fail', 'pass'] as const)('comes to %s in some scenario', (outcome) => {
    expect([...outcomes].flatMap(([id, seen]) => (seen.has(outcome) ? [] : [id]))).toEqual([]);
  });
});

/** After all of the others, since it can only see the sockets of the whole process. */
it('no scenario leaves a socket behind', async () => {
  const openSockets = () => process.getActiveResourcesInfo().filter((name) => /TCP|UDP/.test(name));
  await expect.poll(openSockets).toEqual([]);
});

interface Looked {
  readonly facts: Facts;
  /** What arrived in the world of the scenario, each as one text. */
  readonly questions: readonly string[];
  /** Of these, the requests whose SNI does not follow from the Host header as in the specification's table: its name, none for an IP address. */
  readonly misnamed: readonly string[];
}

/** Looks at the world of a scenario as the tool does. */
const look = async (scenario: Scenario): Promise<Looked> => {
  const lab = await startLab(scenario);
  const net = openNet(lab.netOptions());
  try {
    const facts = await inspect(scenario.check, net, {
      allowPrivate: scenario.options?.allowPrivate ?? true,
      chance: () => 0.5,
    });
    const { dns, http } = lab.requests;
    // A question that gets no proper answer may be asked again.
    const faulty = Object.values(scenario.zone).some((entry) => entry.fault !== undefined);
    const asked = faulty ? [] : dns.map(({ name, type, transport }) => `${name} ${type} ${transport}`);
    return {
      facts,
      questions: [...asked, ...http.map(requestWords)],
      misnamed: http.filter(({ sni, host }) => sni !== sniFor(host ?? '')).map(requestWords),
    };
  } finally {
    await net.close();
    await lab.close();
  }
};

const requestWords = ({ method, target, at, sni, tls, host, headers }: SeenRequest): string => {
  const given = headers.filter(([name]) => /^(origin|access-control-.*)$/i.test(name)).map((line) => line.join(': '));
  return [`${method} ${target} at ${at}, SNI ${sni}, ${tls}, Host ${host}`, ...given].join(', ');
};

const sniFor = (host: string): string | null => {
  const name = host.replace(/:\d+$/, '').replace(/\.$/, '');
  return name.startsWith('[') || isIP(name) !== 0 ? null : name;
};

/** The members of the expectation as the report has them; of the lists of ids, those that break it. */
const found = (report: Report, expectation: Expectation) => {
  const { findings, federation, client } = report;
  const failedIds = new Set(findings.filter((finding) => finding.outcome === 'fail').map((finding) => finding.id));
  const { must = [], mustNot = [], notTested = [] } = expectation;
  const given = {
    step: federation.step ?? 'none',
    destinations: federation.destinations.map(({ address, port }) => hostAndPort(address, port)),
    outcome: report.outcome,
    federation: federation.outcome,
    client: client.outcome,
    clientState: client.state ?? 'none',
    wellKnown: federation.wellKnown.state,
    baseUrl: client.baseUrl ?? 'none',
    first: findings[0]?.id,
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([member]) => member in expectation)),
    mustButDidNotFail: must.filter((id) => ![...failedIds].includes(id as Finding['id'])),
    failedButMustNot: findings.filter((finding) => isForbidden(finding, must, mustNot)).map(words),
    notTestedButWere: notTested.filter(
      (id) => !findings.some((finding) => finding.id === id && finding.outcome === 'not-tested'),
    ),
    unknownIds: [
      ...must,
      ...mustNot,
      ...notTested,
      ...(expectation.first === undefined ? [] : [expectation.first]),
    ].filter(isUnknownId),
  };
};

const wanted = ({ must: _must, mustNot: _mustNot, notTested: _notTested, ...given }: Expectation) => ({
  ...given,
  mustButDidNotFail: [],
  failedButMustNot: [],
  notTestedButWere: [],
  unknownIds: [],
});

const isForbidden = (finding: Finding, must: readonly string[], mustNot: readonly string[]): boolean => {
  if (finding.outcome !== 'fail') return false;
  if (mustNot.includes(finding.id)) return true;
  const isAlarm = finding.severity === 'error' || finding.severity === 'warning';
  return mustNot.includes('*') && isAlarm && !must.includes(finding.id);
};

const isUnknownId = (id: string): boolean => id !== '*' && !checks.some((check) => check.id === id);

/** One line that says enough to see why a finding is there. */
const words = ({ id, severity, title, subject, evidence }: Finding): string => {
  const seen = evidence.map(({ label, value }) => `${label}: ${value}`).join(', ');
  return `${id} (${severity}): ${title}${subject === null ? '' : ` [${subject}]`} (${seen})`;
};
