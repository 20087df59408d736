import { join } from 'node:path';
import type { Facts } from '../../src/facts/facts.js';
import { type InspectOptions, inspect } from '../../src/inspect.js';
import { loadScenario } from '../../src/lab/load-scenario.js';
import { mergePatch } from '../../src/lab/merge-patch.js';
import type { Scenario } from '../../src/lab/scenario.js';
import { type Lab, startLab } from '../../src/lab/start-lab.js';
import { type NetOptions, openNet } from '../../src/net/live.js';

const folder = join(import.meta.dirname, '../../fixtures/scenarios');

/** Inspects `typed` in the healthy world with this JSON merge patch on it, over real sockets. */
export const inspectIn = async (
  patch: object,
  typed = 'example.com',
  options: InspectOptions & { readonly net?: NetOptions } = {},
): Promise<{ readonly facts: Facts; readonly requests: Lab['requests'] }> => {
  const patient = mergePatch(await loadScenario('healthy', folder), { options: { timeoutMs: 20_000 } });
  const scenario = mergePatch(patient, patch) as Scenario;
  const lab = await startLab(scenario);
  const net = openNet({ ...lab.netOptions(), ...options.net });
  try {
    return { facts: await inspect(typed, net, { allowPrivate: true, ...options }), requests: lab.requests };
  } finally {
    await net.close();
    await lab.close();
  }
};
