import { parentPort, workerData } from 'node:worker_threads';
import { type FuzzEnd, fuzzTarget } from './fuzz-target.js';
import { TARGETS } from './targets.js';

/** What `run.mjs` asks for. */
interface Work extends FuzzEnd {
  readonly only: readonly string[];
  readonly seed: number;
  readonly first: number;
  /** By how much each time limit is multiplied. */
  readonly patience: number;
  /** Where the run under way is written, for who waits for it to end: the place of its target in `only`, and its number. */
  readonly underWay: Int32Array;
}

const { only, seed, first, runs, seconds, patience, underWay } = workerData as Work;

const targets = await Promise.all(only.map(async (name) => (await TARGETS[name]?.()) ?? unknown(name)));
const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
for (const [index, target] of targets.entries()) {
  Atomics.store(underWay, 0, index);
  const end = { runs, seconds: (seconds * target.weight) / weights };
  parentPort?.postMessage(
    fuzzTarget({ ...target, limitMs: target.limitMs * patience }, seed, first, end, (run) =>
      Atomics.store(underWay, 1, run),
    ),
  );
}

function unknown(name: string): never {
  throw new Error(`--only ${name}: expected some of ${Object.keys(TARGETS).join(', ')}`);
}
