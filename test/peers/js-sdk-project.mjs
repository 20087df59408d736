import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const SCENARIOS = join(ROOT, 'fixtures/scenarios');

const MODULE = `
  export { diagnose } from './src/diagnose.js';
  export { readClientState } from './src/facts/client-state.js';
  export { readClientFileFetch } from './src/facts/well-known-state.js';
  export { inspect } from './src/inspect.js';
  export { loadScenario, scenarioNames } from './src/lab/load-scenario.js';
  export { startLab } from './src/lab/start-lab.js';
  export { openNet } from './src/net/live.js';
  export { isKnownToBrowsers } from './src/spec/client-versions.js';
  export { MAX_REDIRECTS, REDIRECT_STATUSES, WEB_CLIENT_ORIGIN } from './src/spec/constants.js';
  export { corsCheck, originsAlongChain } from './src/spec/cors.js';
  export { readInput } from './src/spec/server-name.js';
`;

/** What the comparison needs of the project, lab and all, from its sources. A file, since what is CommonJS in it wants to know where it is. */
export const loadProject = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-js-sdk-'));
  try {
    const outfile = join(folder, 'project.mjs');
    await build({
      stdin: { contents: MODULE, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      logLevel: 'warning',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
