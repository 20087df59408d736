import { diagnose } from '../../diagnose.js';
import { loadScenario, ScenarioError, scenarioNames } from '../../lab/load-scenario.js';
import type { Scenario } from '../../lab/scenario.js';
import { startLab } from '../../lab/start-lab.js';
import { renderers } from '../../render/index.js';
import { renderScenarioList } from '../../render/scenario-list.js';
import { exitCode } from '../../report/exit-code.js';
import { inspectName } from '../inspect-name.js';
import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';
import { type OutputOptions, readOutputOptions, rendererFor } from '../options/output.js';
import { scenariosFolder } from '../scenarios-folder.js';
import { suggestion } from '../suggestion.js';
import { UsageError } from '../usage-error.js';
import { withLiveScreen } from '../with-live-screen.js';

const DEFAULT_SCENARIO = 'healthy';

/** Does the whole job on the embedded network. Without a scenario: says which there are, and takes the healthy one. */
export const demo = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const output = readOutputOptions(args, io);
  const folder = scenariosFolder();
  const [name = DEFAULT_SCENARIO] = words;
  if (words.length > 1 || name === '') throw new UsageError('demo: expected the name of one scenario');
  if (words.length === 0 && !output.json) await io.stdout.write(await scenarioList(folder, output));
  return runScenario(await load(name, folder), output, io);
};

const runScenario = async (scenario: Scenario, output: OutputOptions, io: Io): Promise<number> => {
  const lab = await startLab(scenario);
  try {
    const allowPrivate = scenario.options?.allowPrivate ?? true;
    const facts = await withLiveScreen(output, io, (onEvent) =>
      inspectName(scenario.check, lab.netOptions(), { allowPrivate, onEvent }, io.signal),
    );
    const report = diagnose(facts);
    await io.stdout.write(renderers[rendererFor(output, false)](report, output.text));
    return exitCode(report);
  } finally {
    await lab.close();
  }
};

const load = async (name: string, folder: string): Promise<Scenario> => {
  const names = await scenarioNames(folder);
  if (!names.includes(name)) {
    const hint = suggestion(name, names, 'matrix-discovery demo lists them');
    throw new UsageError(`demo ${name}: there is no such scenario; ${hint}`);
  }
  try {
    return await loadScenario(name, folder);
  } catch (error) {
    if (error instanceof ScenarioError) throw new UsageError(`demo ${name}: ${error.message}`);
    throw error;
  }
};

const scenarioList = async (folder: string, { text }: OutputOptions): Promise<string> => {
  const names = await scenarioNames(folder);
  const scenarios = await Promise.all(
    names.map(async (name) => ({ name, title: (await loadScenario(name, folder)).title })),
  );
  return renderScenarioList(scenarios, text);
};
