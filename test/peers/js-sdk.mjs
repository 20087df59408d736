import { SUPPORTED_MATRIX_VERSIONS } from 'matrix-js-sdk/lib/version-support.js';
import { compare } from './js-sdk-compare.mjs';
import { differences, keptPort } from './js-sdk-differences.mjs';
import { loadProject, SCENARIOS } from './js-sdk-project.mjs';
import { lookAtWorld } from './js-sdk-world.mjs';

/**
 * The real matrix-js-sdk against the report: in the world of each scenario, `AutoDiscovery.findClientConfig` and the tool find their way by
 * themselves, over real HTTPS to the lab, the SDK with the fetch of Node and with that of a browser, which checks CORS. Differences from the
 * specification are listed in js-sdk-differences.mjs. `node js-sdk.mjs WORD` compares the scenarios with that word in their name.
 */
const main = async () => {
  const word = process.argv[2] ?? '';
  const project = await loadProject();
  const names = (await project.scenarioNames(SCENARIOS)).filter((name) => name.includes(word));
  const results = await inTurn(names, AT_ONCE, (name) => compareIn(name, project), printResult);

  const compared = results.filter((result) => result !== null);
  const wrong = compared.filter((result) => result.wrong.length > 0);
  const counts = new Map(LISTED.map(({ name }) => [name, compared.filter(({ by }) => by.includes(name)).length]));
  console.log(['', ...tableOf(results, compared, wrong, counts), ''].join('\n'));
  const stale = [...(word === '' ? unseen(counts) : []), ...versionFaults(project)];
  for (const line of stale) console.log(`not ok - ${line}`);
  return { passed: compared.length - wrong.length, failed: wrong.length + stale.length };
};

const AT_ONCE = 8;
const LISTED = [...differences, keptPort];

const compareIn = async (name, project) => {
  try {
    const world = await lookAtWorld(await project.loadScenario(name, SCENARIOS), project);
    return world === null ? null : { name, ...compare(world, project) };
  } catch (error) {
    return { name, wrong: [String(error.stack)], by: [], words: 'not compared' };
  }
};

const printResult = (name, result) => {
  if (result === null) return console.log(`skipped: ${name}, whose input is no server name`);
  const { wrong, by, words } = result;
  const reasons = by.length === 0 ? '' : ` [${by.join(', ')}]`;
  console.log(
    [
      `${wrong.length === 0 ? 'ok' : 'not ok'} - ${name}: ${words}${reasons}`,
      ...wrong.map((line) => `    ${line}`),
    ].join('\n'),
  );
};

const tableOf = (results, compared, wrong, counts) => {
  const differing = compared.filter(({ by }) => by.length > 0).length;
  const figures = [
    ['scenarios', results.length],
    ['no server name', results.length - compared.length],
    ['compared', compared.length],
    ['agreed with the specification', compared.length - differing - wrong.filter(({ by }) => by.length === 0).length],
    ['differed as listed', differing - wrong.filter(({ by }) => by.length > 0).length],
    ['differed otherwise', wrong.length],
  ];
  return [
    ...figures.map(([name, figure]) => `${name.padEnd(32)}${`${figure}`.padStart(5)}`),
    '',
    ...LISTED.flatMap(({ name, sdk, spec, why }) => [
      `${name.padEnd(32)}${`${counts.get(name)}`.padStart(5)}`,
      `    SDK: ${sdk}`,
      `    specification: ${spec}`,
      `    ${why}`,
    ]),
  ];
};

const unseen = (counts) =>
  LISTED.filter(({ name }) => counts.get(name) === 0).map(
    ({ name }) => `"${name}" is listed, and no scenario shows it`,
  );

/** The list in `src/spec` is a copy. */
const versionFaults = ({ isKnownToBrowsers }) => {
  const some = Array.from({ length: 40 }, (_, minor) => `v1.${minor}`);
  const known = some.filter(isKnownToBrowsers).join(' ');
  const theirs = SUPPORTED_MATRIX_VERSIONS.join(' ');
  return known === theirs ? [] : [`the versions of the SDK are ${theirs}, and src/spec has ${known}`];
};

/** Works on a few at once; `done` sees them in their order. */
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

const { passed, failed } = await main().catch((error) => {
  console.log(`not ok - ${error.stack}`);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
