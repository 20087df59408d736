import { join } from 'node:path';
import type { Facts } from '../src/facts/facts.js';
import { inspect } from '../src/inspect.js';
import { loadScenario } from '../src/lab/load-scenario.js';
import { startLab } from '../src/lab/start-lab.js';
import { openNet } from '../src/net/live.js';

export const SCENARIOS = join(import.meta.dirname, '../fixtures/scenarios');

/** Looks at the world of a scenario as the tool does. */
export const factsOf = async (name: string): Promise<Facts> => {
  const scenario = await loadScenario(name, SCENARIOS);
  const lab = await startLab(scenario);
  const net = openNet(lab.netOptions());
  try {
    return await inspect(scenario.check, net, { allowPrivate: scenario.options?.allowPrivate ?? true });
  } finally {
    await net.close();
    await lab.close();
  }
};
