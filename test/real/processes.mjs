import { execFile, spawn } from 'node:child_process';

/** What was started here and has not ended: children, and for each the promise of its end. */
const living = new Map();

/**
 * Runs a command to its end; it never rejects.
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>} `code` is null where it was killed (60 s without `timeoutMs`).
 */
export const run = ([file, ...args], { timeoutMs = 60_000, input = '', ...options } = {}) =>
  new Promise((resolve) => {
    const settings = { ...options, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(file, args, settings, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, stdout, stderr: code === null && stderr === '' ? error.message : stderr });
    });
    remember(child);
    child.stdin?.on('error', () => {}).end(input);
  });

/** As `run`, but whatever is not exit code 0 is thrown, with what was written. */
export const mustRun = async (command, options) => {
  const result = await run(command, options);
  if (result.code !== 0) throw new Error(`${command.join(' ')}: ${result.stderr.trim() || result.stdout.trim()}`);
  return result.stdout;
};

/**
 * Starts a program that stays. It is sent SIGTERM even where this process dies without a chance to clean up.
 * @returns `log()`: what it wrote; `gone()`: how it ended, null while it runs; `stop()`: ends it, with SIGTERM and after ten seconds with
 *   SIGKILL, and waits for that
 */
export const start = (command, options = {}) => {
  const written = [];
  let end = null;
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', ...command], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written.push(chunk);
      if (written.length > 500) written.shift();
    });
  }
  child.on('error', (error) => {
    end = error.message;
  });
  child.on('exit', (code, signal) => {
    end ??= signal === null ? `exit code ${code}` : `signal ${signal}`;
  });
  remember(child);
  return { gone: () => end, log: () => Buffer.concat(written).toString().trim(), stop: () => stopAll([child]) };
};

/** Ends all that was started here and still runs, with SIGTERM and after ten seconds with SIGKILL. */
export const stopEverything = () => stopAll([...living.keys()]);

const stopAll = async (children) => {
  const late = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, 10_000);
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map((child) => living.get(child)));
  clearTimeout(late);
};

const remember = (child) => {
  const ended = new Promise((resolve) => {
    child.on('exit', resolve);
    child.on('error', resolve);
  });
  living.set(child, ended);
  ended.then(() => living.delete(child));
};
