import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../real/certificates.mjs';
import { stopEverything } from '../real/processes.mjs';
import { findChromium, openBrowser } from './browser.mjs';
import { byTheStandard } from './by-the-standard.mjs';
import { differences } from './chromium-differences.mjs';
import { LOCAL_PAGE, PAGE } from './client-requests.mjs';
import { cases } from './cors-cases/index.mjs';
import { HOP, openCorsServer } from './cors-server.mjs';
import { fetchAll } from './fetch-all.mjs';
import { loadSource } from './load-source.mjs';
import { tableOf } from './table.mjs';

/**
 * CORS in a real browser against `src/spec`: each case is one request of a web client and the answers that it meets, from servers on loopback.
 * Compared are whether the page may read the answer, and which requests the browser sent on the way, with which Origin. Needs root, and installs
 * Debian's chromium where it is missing. `node chromium.mjs WORD` runs the cases with that word in their name.
 */
const main = async () => {
  const missing = await findChromium().then(
    () => null,
    (error) => error.message,
  );
  if (missing !== null) {
    console.log(`skipped: ${missing}`);
    return { passed: 0, failed: process.env.CI ? 1 : 0 };
  }
  const spec = await loadSource(SPEC);
  const chosen = cases.filter(({ name }) => name.includes(process.argv[2] ?? '')).map(withHops);
  const results = await inBrowser(chosen);
  const compared = chosen.map((one, index) => compare(spec, one, results[index]));
  for (const { lines } of compared) console.log(lines.join('\n'));
  console.log(tableOf(compared).join('\n'));
  const unknown = Object.keys(differences).filter((name) => !cases.some((one) => one.name === name));
  for (const name of unknown) console.log(`not ok - there is no case "${name}", which chromium-differences.mjs lists`);
  const wrong = compared.filter(({ isWrong }) => isWrong).length;
  return { passed: compared.length - wrong, failed: wrong + unknown.length };
};

const SPEC = `
  export { httpsUrl, readLocation } from './src/resolution/redirect-location.js';
  export { MAX_REDIRECTS, REDIRECT_STATUSES } from './src/spec/constants.js';
  export { corsCheck, originsAlongChain } from './src/spec/cors.js';
  export { headerValues } from './src/spec/header-lines.js';
  export { needsPreflight, preflightCheck, unsafeHeaderNames } from './src/spec/preflight.js';
`;

/** Each URL of each case gets a key, by which the server knows it. */
const withHops = ({ group, name, request, stops }, index) => {
  const urls = stops.map(({ url }, stop) => new URL(`${url}?${HOP}=${index}.${stop}`));
  const hops = stops.map(({ preflight, answer, location }, stop) => {
    const next = urls[stop + 1];
    const lines = next === undefined ? [] : location(next).map((value) => ['Location', value]);
    return { url: urls[stop].href, preflight, answer: { ...answer, headers: [...answer.headers, ...lines] } };
  });
  return { group, name, hops, request };
};

/** @returns for each case what the page was told, and the requests that the server saw at each hop */
const inBrowser = async (chosen) => {
  const folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-chromium-'));
  atTheEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const files = await (await openAuthority(folder)).issue({ names: ['example.com'] });
  const [certificate, key] = await Promise.all([files.certificate, files.key].map((path) => readFile(path, 'utf8')));
  const hops = new Map(chosen.flatMap((one) => one.hops.map((hop) => [new URL(hop.url).searchParams.get(HOP), hop])));
  const server = await openCorsServer({ certificate, key, pages: PAGES, hops });
  atTheEnd(server.close);
  const opening = openBrowser({ folder, ...server, certificate });
  atTheEnd(() => opening.then((browser) => browser.close()).catch(() => {}));
  const browser = await opening;
  console.log(`# Chromium ${browser.browser()?.version() ?? ''}, ${chosen.length} cases`);

  const told = new Map();
  for (const origin of PAGES) {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    const ones = chosen.filter(({ request }) => request.page === origin);
    const outcomes = await page.evaluate(fetchAll, ones.map(toFetch));
    for (const [index, one] of ones.entries()) told.set(one, outcomes[index]);
  }
  return chosen.map((one) => ({
    outcome: told.get(one),
    requests: one.hops.map((hop) => server.seen(new URL(hop.url).searchParams.get(HOP))),
  }));
};

const PAGES = [PAGE, LOCAL_PAGE];

const toFetch = ({ hops: [{ url }], request: { method, headers, init } }) => ({
  url,
  init: { ...init, method, headers },
});

/** One case is as it should be where both agree, or where they do not and the list of differences says so. */
const compare = (spec, { group, name, request, hops }, seen) => {
  const expected = byTheStandard(spec, request, hops);
  const isSame =
    expected.outcome === seen.outcome && JSON.stringify(expected.requests) === JSON.stringify(seen.requests);
  const reason = differences[name];
  const isWrong = isSame !== (reason === undefined);
  return {
    group,
    name,
    isSame,
    isWrong,
    reason,
    lines: [
      `${isWrong ? 'not ok' : 'ok'} - ${name}: ${expected.outcome}${expected.outcome === 'refused' ? ` (${expected.why})` : ''}`,
      ...(isSame && !isWrong ? [] : detailLines(expected, seen, reason)),
    ],
  };
};

const detailLines = (expected, seen, reason) => [
  `    by the standard ${expected.outcome}, in the browser ${seen.outcome}`,
  ...expected.requests.flatMap((requests, index) =>
    JSON.stringify(requests) === JSON.stringify(seen.requests[index])
      ? []
      : [
          `    at URL ${index + 1}, by the standard: ${requests.join('; ') || 'nothing'}`,
          `    at URL ${index + 1}, in the browser:  ${seen.requests[index].join('; ') || 'nothing'}`,
        ],
  ),
  ...(reason === undefined ? [] : [`    listed: ${reason}`]),
];

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
    // A signal ends the browser, and what waits for it; that is no failure of its own.
    if (cleaning === undefined) console.log(`not ok - ${error.stack}`);
    return { passed: 0, failed: 1 };
  })
  .finally(cleanUp);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
