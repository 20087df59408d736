import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { cases } from './cases.mjs';
import { findComponents } from './components.mjs';
import { openNetwork } from './network.mjs';
import { stopEverything } from './processes.mjs';
import { recipeHome } from './recipe-home.mjs';
import { recipeTable } from './recipe-table.mjs';
import { recipeName, recipes } from './recipes/index.mjs';
import { runCase, runTool } from './run-case.mjs';
import { runRecipe } from './run-recipe.mjs';

/**
 * The tool against the real thing: Synapse behind nginx, names from unbound, in network namespaces of its own. Needs root, and installs what
 * is missing with apt-get and pip. One line for each case, and `N passed, N failed` at the end. `node run.mjs WORD` runs the cases with that
 * word in their name.
 */
const main = async () => {
  const isValid = await schemaOfReport();
  const programs = await findComponents().catch((error) => {
    console.log(`skipped: ${error.message}`);
    return null;
  });
  if (programs === null) return process.env.CI ? { passed: 0, failed: 1 } : { passed: 0, failed: 0 };

  const word = process.argv[2] ?? '';
  const chosen = cases.filter(({ name }) => name.includes(word));
  const chosenRecipes = recipes.filter((recipe) => recipeName(recipe).includes(word));
  const home = chosenRecipes.length > 0 ? [recipeHome] : [];
  const worlds = [...new Set([...chosen.map(({ world }) => world), ...home])];
  const folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-real-'));
  atTheEnd(() => rm(folder, { recursive: true, force: true }));
  const suffix = randomBytes(4).toString('hex');
  const network = await openNetwork({ worlds, recipes: chosenRecipes, folder, suffix, programs, atTheEnd });
  console.log(`# ${network.synapses} Synapse, ${worlds.length} worlds, ready after ${seconds()}`);

  const [first] = chosen;
  if (first !== undefined) console.log(`# ${first.name}, as text\n${(await runTool(first, network, [])).stdout}`);
  const tests = [
    ...chosen.map((one) => ({ name: one.name, test: () => runCase(one, network, isValid) })),
    ...chosenRecipes.map((recipe) => ({ name: recipeName(recipe), test: () => runRecipe(recipe, network) })),
  ];
  const wrong = await inTurn(tests, AT_ONCE, ({ test }) => test(), printCase);
  console.log(recipeTable(chosenRecipes, wrong.slice(chosen.length)));
  const failed = wrong.filter((lines) => lines.length > 0).length;
  console.log(`# ${seconds()}`);
  return { passed: wrong.length - failed, failed };
};

const AT_ONCE = 4;

const seconds = () => `${(performance.now() / 1000).toFixed(1)} s`;

const printCase = ({ name }, lines) => {
  console.log([`${lines.length === 0 ? 'ok' : 'not ok'} - ${name}`, ...lines.map((line) => `    ${line}`)].join('\n'));
};

/** Runs a few at once; `done` sees them in their order. */
const inTurn = async (items, atOnce, work, done) => {
  const results = [];
  const waiting = items.entries();
  let said = 0;
  const worker = async () => {
    for (const [index, item] of waiting) {
      results[index] = await work(item);
      for (; results[said] !== undefined; said += 1) done(items[said], results[said]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};

const schemaOfReport = async () => {
  const text = await readFile(new URL('../../dist/report.schema.json', import.meta.url), 'utf8').catch(() => {
    throw new Error('dist/report.schema.json is missing: run npm run build first');
  });
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(text));
};

const endings = [];
const atTheEnd = (ending) => endings.unshift(ending);
let cleaning;
const cleanUp = () => {
  cleaning ??= (async () => {
    await stopEverything();
    for (const ending of endings) await ending();
  })();
  return cleaning;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await cleanUp();
    process.exit(128 + constants.signals[signal]);
  });
}

const { passed, failed } = await main()
  .catch((error) => {
    // A signal ends the servers, and what waits for them; that is no failure of its own.
    if (cleaning === undefined) console.log(`not ok - ${error.message}`);
    return { passed: 0, failed: 1 };
  })
  .finally(cleanUp);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
