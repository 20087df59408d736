import { chanceOf } from './chance.js';
import type { Attempt, FuzzTarget } from './target.js';

export interface FuzzFinding {
  readonly target: string;
  readonly run: number;
  readonly what: string;
  readonly input: string | Uint8Array;
}

export interface FuzzCount {
  readonly target: string;
  readonly runs: number;
  /** Wall time of the slowest input; of those over the limit, the CPU time. */
  readonly slowestMs: number;
  readonly findings: readonly FuzzFinding[];
}

/** What ends a run; the first that comes. */
export interface FuzzEnd {
  readonly runs: number;
  readonly seconds: number;
}

/** Sends one input after the other to a target. `onRun` is told of each before it is tried. */
export const fuzzTarget = (
  target: FuzzTarget,
  seed: number,
  first: number,
  end: FuzzEnd,
  onRun: (run: number) => void = () => {},
): FuzzCount => {
  const endsAt = performance.now() + end.seconds * 1000;
  const findings: FuzzFinding[] = [];
  let slowestMs = 0;
  let runs = 0;
  for (; runs < end.runs && findings.length < MOST_FINDINGS && performance.now() < endsAt; runs += 1) {
    const run = first + runs;
    onRun(run);
    const attempt = target.attempt(chanceOf(seed, target.name, run));
    const { what, ms } = tried(attempt, target.limitMs);
    slowestMs = Math.max(slowestMs, ms);
    if (what !== null) findings.push({ target: target.name, run, what, input: attempt.input });
  }
  return { target: target.name, runs, slowestMs, findings };
};

/** More would be the same one over and over. */
const MOST_FINDINGS = 5;
const RETRIES = 4;

const tried = (attempt: Attempt, limitMs: number): { readonly what: string | null; readonly ms: number } => {
  try {
    const startedAt = performance.now();
    attempt.run();
    const wallMs = performance.now() - startedAt;
    if (wallMs <= limitMs) return { what: null, ms: wallMs };
    // The machine is shared, and the first run of a function is slow: only work that costs so much each time counts.
    const cpuMs = Math.min(...Array.from({ length: RETRIES }, () => cpuTime(attempt)));
    return { what: cpuMs > limitMs ? `takes ${cpuMs.toFixed(1)} ms, more than ${limitMs} ms` : null, ms: cpuMs };
  } catch (error) {
    return { what: error instanceof Error ? (error.stack ?? error.message) : String(error), ms: 0 };
  }
};

const cpuTime = (attempt: Attempt): number => {
  const before = process.cpuUsage();
  attempt.run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
