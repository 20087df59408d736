import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** Runs this module (its imports are relative to the root of the project) in a fresh Node; gives what it prints, once it has ended by itself. */
export const runInOwnProcess = async (module: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'own-process-'));
  try {
    const outfile = join(folder, 'run.mjs');
    await build({
      stdin: { contents: module, resolveDir: new URL('..', import.meta.url).pathname, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      outfile,
    });
    return (await promisify(execFile)(process.execPath, [outfile], { timeout: 60_000 })).stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
};
