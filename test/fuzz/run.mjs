// Sends what a hostile Internet could send to everything that reads it, by chance that can be repeated: `npm run fuzz`.
//   --seconds N   how long, in all (default 20)
//   --seed N      printed each time; the same seed gives the same inputs
//   --only NAMES  some of them: dns,names,headers,files,answers,urls,certificates,facts
//   --runs N      at most so many inputs for each
//   --first N     begin with this one: --only, --seed, --first and --runs 1 repeat one input
//   --patience N  every time limit that many times over, for machines that do other things too (default 1)
// A finding is a crash, a promise that does not hold, or an input that takes more CPU time than it may; each is printed with how to repeat it,
// and its input is kept in the folder for temporary files (facts hold times and keys, so that theirs cannot be made again).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const TARGETS = ['dns', 'names', 'headers', 'files', 'answers', 'urls', 'certificates', 'facts'];
/** An input that is still under way after so long hangs, however busy the machine is. */
const HANGS_AFTER_MS = 60_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    only: { type: 'string', default: TARGETS.join(',') },
    runs: { type: 'string', default: 'Infinity' },
    first: { type: 'string', default: '0' },
    patience: { type: 'string', default: '1' },
  },
});
const only = values.only.split(',');
const numbers = [values.seconds, values.seed, values.runs, values.first, values.patience].map(Number);
const [seconds, seed, runs, first, patience] = numbers;
if (numbers.some((number) => !(number >= 0)) || only.some((name) => !TARGETS.includes(name))) {
  console.error(
    `Expected --seconds, --seed, --runs, --first and --patience as numbers, and --only of ${TARGETS.join(',')}.`,
  );
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'matrix-discovery-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'fuzz.mjs');
await build({
  entryPoints: [join(root, 'test/fuzz/fuzz-worker.ts')],
  outfile: file,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
  sourcemap: 'inline',
  // Scenarios lie beside the sources.
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'test')) },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});

console.log(`fuzz: seed ${seed}, ${only.join(', ')}, ${seconds} s in all\n`);
const underWay = new Int32Array(new SharedArrayBuffer(8));
const worker = new Worker(file, { workerData: { only, seed, first, runs, seconds, patience, underWay } });
let findings = 0;
let inputs = 0;

const again = (target, run) => `npm run fuzz -- --only ${target} --seed ${seed} --first ${run} --runs 1`;

worker.on('message', (count) => {
  inputs += count.runs;
  findings += count.findings.length;
  console.log(
    `${count.target.padEnd(12)} ${String(count.runs).padStart(10)} inputs, the slowest ${count.slowestMs.toFixed(1)} ms, ${count.findings.length} findings`,
  );
  for (const { target, run, what, input } of count.findings) {
    const kept = join(tmpdir(), `matrix-discovery-fuzz-${target}-${seed}-${run}`);
    writeFileSync(kept, input);
    console.log(`\n${target}, input ${run}: ${what}\n  ${kept}\n  ${again(target, run)}\n`);
  }
});

let last = '';
let since = performance.now();
const watch = setInterval(() => {
  const [target, run] = [Atomics.load(underWay, 0), Atomics.load(underWay, 1)];
  if (`${target} ${run}` !== last) {
    last = `${target} ${run}`;
    since = performance.now();
  } else if (performance.now() - since > HANGS_AFTER_MS) {
    console.log(`\n${only[target]}, input ${run}: hangs\n  ${again(only[target], run)}\n`);
    findings += 1;
    worker.terminate();
  }
}, 1000);

worker.on('error', (error) => {
  console.error(error);
  findings += 1;
});
worker.on('exit', () => {
  clearInterval(watch);
  console.log(`\n${inputs} inputs, ${findings} findings, seed ${seed}`);
  process.exitCode = findings > 0 ? 1 : 0;
});
