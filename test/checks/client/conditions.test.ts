import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.js';
import { inspect } from '../../../src/inspect.js';
import { loadScenario } from '../../../src/lab/load-scenario.js';
import { mergePatch } from '../../../src/lab/merge-patch.js';
import { scenarioSchema } from '../../../src/lab/scenario-schema.js';
import { startLab } from '../../../src/lab/start-lab.js';
import { openNet } from '../../../src/net/live.js';
import type { Outcome } from '../../../src/report/report.js';
import { type Condition, patchesOf } from './conditions.js';
import { documentConditions } from './document-conditions.js';
import { fetchConditions } from './fetch-conditions.js';
import { homeserverConditions } from './homeserver-conditions.js';

const folder = join(import.meta.dirname, '../../../fixtures/scenarios');

/**
 * What two libraries make of a condition decides what the client side has to be. Their columns come from running matrix-js-sdk and from reading
 * matrix-rust-sdk; test/peers runs the former against every scenario.
 */
const demanded = ({ browsers, rust, fragile, onlyWarned, refused }: Condition): Outcome => {
  if (onlyWarned !== undefined) return 'warn';
  if (browsers !== 'SUCCESS' || rust !== 'works' || refused !== undefined) return 'fail';
  return fragile ? 'warn' : 'pass';
};

const outcomeIn = async (condition: Condition) => {
  const base: unknown = await loadScenario(condition.scenario ?? 'client-host', folder);
  const world = scenarioSchema.parse(patchesOf(condition).reduce(mergePatch, base));
  const lab = await startLab(world);
  const net = openNet(lab.netOptions());
  try {
    const report = diagnose(await inspect(world.check, net, { allowPrivate: true }));
    const alarms = report.findings.filter(
      ({ outcome, severity }) => outcome === 'fail' && (severity === 'error' || severity === 'warning'),
    );
    return { outcome: report.client.outcome, because: alarms.map(({ id, severity }) => `${severity} ${id}`) };
  } finally {
    await net.close();
    await lab.close();
  }
};

describe.concurrent.each([
  ['the file on its way', fetchConditions],
  ['the document', documentConditions],
  ['the homeserver', homeserverConditions],
])('%s', (_part, conditions) => {
  it.for(conditions)('$name', async (condition, { expect }) => {
    const { outcome, because } = await outcomeIn(condition);
    expect(outcome, because.join(', ')).toBe(demanded(condition));
  });
});

it('every condition has a name of its own', () => {
  const names = [...fetchConditions, ...documentConditions, ...homeserverConditions].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
