import { diagnose } from '../../diagnose.js';
import { loadScenario, ScenarioError, scenarioNames } from '../../lab/load-scenario.js';
import type { Scenario } from '../../lab/scenario.js';
import { type Lab, startLab } from '../../lab/start-lab.js';
import { renderers } from '../../render/index.js';
import { renderScenarioList } from '../../render/scenario-list.js';
import { exitCode } from '../../report/exit-code.js';
import { inspectName } from '../inspect-name.js';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { lookAndStay } from '../look-and-stay.js';
import type { Arguments } from '../options/arguments.js';
import { type Mode, readMode } from '../options/mode.js';
import { type OutputOptions, readOutputOptions, rendererFor, width } from '../options/output.js';
import { scenariosFolder } from '../scenarios-folder.js';
import { suggestion } from '../suggestion.js';
import { UsageError } from '../usage-error.js';
import type { Tell } from '../with-live-screen.js';
import type { Looked } from './facts-source.js';

const DEFAULT_SCENARIO = 'healthy';

/** Does the whole job on the embedded network. Without a scenario: says which there are, and takes the healthy one. */
export const demo = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const output = readOutputOptions(args, io);
  const folder = scenariosFolder();
  const [name = DEFAULT_SCENARIO] = words;
  if (words.length > 1 || name === '') throw new UsageError('demo: expected the name of one scenario');
  if (words.length === 0 && !output.json) await io.stdout.write(await scenarioList(folder, output));
  const mode = readMode(args, words);
  return runScenario(await load(name, folder), { output, mode }, io);
};

const runScenario = async (
  scenario: Scenario,
  plan: { readonly output: OutputOptions; readonly mode: Mode },
  io: Io,
): Promise<number> => {
  const { output } = plan;
  const lab = await startUnlessInterrupted(scenario, io.signal);
  try {
    const allowPrivate = scenario.options?.allowPrivate ?? true;
    const look = async (signal: AbortSignal, onEvent?: Tell): Promise<Looked> => ({
      facts: await inspectName(scenario.check, lab.netOptions(), { allowPrivate, onEvent }, signal),
    });
    const looked = await lookAndStay(plan, { look, judge: (facts) => diagnose(facts) }, io);
    if ('error' in looked) throw looked.error;
    const report = diagnose(looked.facts);
    await io.stdout.write(renderers[rendererFor(output, false)](report, { ...output.text, width: width(io) }));
    return exitCode(report);
  } finally {
    await lab.close();
  }
};

/** Making the certificates takes a moment, in which a signal need not wait. */
const startUnlessInterrupted = async (scenario: Scenario, signal: AbortSignal): Promise<Lab> => {
  const starting = startLab(scenario);
  try {
    return await Promise.race([starting, interruption(signal)]);
  } catch (error) {
    starting.then(
      (lab) => lab.close(),
      () => {},
    );
    throw error;
  }
};

const interruption = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => reject(new Interrupted());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

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
