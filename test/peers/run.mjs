import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';

/**
 * matrix-discovery beside others that read the same answers: a real browser (chromium.mjs) and matrix-js-sdk (js-sdk.mjs). Each part is a
 * program of its own and can be run alone, once npm ci was run in this folder; the last line it prints is `N passed, N failed`, and so it is here.
 * `node run.mjs WORD` runs the parts with that word in their name.
 */
const PARTS = ['chromium.mjs', 'js-sdk.mjs'];

const FOLDER = import.meta.dirname;

const main = async () => {
  if (await isOutdated()) await runProgram('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund']);
  const totals = { passed: 0, failed: 0 };
  for (const part of PARTS.filter((name) => name.includes(process.argv[2] ?? ''))) {
    const { passed, failed } = await runPart(part);
    totals.passed += passed;
    totals.failed += failed;
  }
  return totals;
};

const isOutdated = async () => {
  const [installed, wanted] = await Promise.all([
    changedAt(join(FOLDER, 'node_modules', '.package-lock.json')),
    changedAt(join(FOLDER, 'package-lock.json')),
  ]);
  return installed < wanted;
};

const changedAt = (path) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.NEGATIVE_INFINITY,
  );

/** A part that ends badly without a failure of its own in its last line is one failure. */
const runPart = async (part) => {
  console.log(`# ${part}`);
  const { code, lastLine } = await runProgram(process.execPath, [join(FOLDER, part)]);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine) ?? [];
  if (passed === undefined) {
    console.log(`not ok - ${part} said nothing of its tests`);
    return { passed: 0, failed: 1 };
  }
  return { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(1, Number(failed)) };
};

let running = null;
let stoppedBy = null;

/** Shows what the program prints, and resolves to its exit code and the last line of its output. */
const runProgram = (program, args) =>
  new Promise((resolve, reject) => {
    if (stoppedBy !== null) return;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    running = child;
    let tail = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      tail = (tail + text).slice(-1000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      running = null;
      if (stoppedBy !== null) process.exit(128 + constants.signals[stoppedBy]);
      resolve({ code, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' });
    });
  });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    stoppedBy = signal;
    if (running === null) process.exit(128 + constants.signals[signal]);
    running.kill(signal);
  });
}

const { passed, failed } = await main();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
