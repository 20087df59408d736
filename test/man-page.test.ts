import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.js';
import { ENVIRONMENT } from '../src/cli/environment.js';
import { EXIT_STATUSES } from '../src/cli/exit-statuses.js';
import { manPage } from '../src/cli/man-page.js';

const ROOT = join(import.meta.dirname, '..');
const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
/** npm links a list of pages only. */
const [page]: readonly [string] = manifest.man;
const PATH = join(ROOT, page);
const hasMandoc = spawnSync('mandoc', ['-T', 'utf8'], { input: '' }).error === undefined;

describe('the man page', () => {
  it('is the one that the table of commands gives (npm run man writes it)', async () => {
    if (process.env.UPDATE_MAN !== undefined) {
      await mkdir(dirname(PATH), { recursive: true });
      await writeFile(PATH, manPage());
    } else {
      expect((await readFile(PATH, 'utf8')) === manPage(), `${page} is not current: npm run man`).toBe(true);
    }
  });

  it('is published', () => {
    expect(manifest.files).toContain(dirname(page));
  });

  it('has every command, option, exit code and variable', () => {
    const text = manPage().replaceAll('\\-', '-');
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(text).toMatch(new RegExp(`^\\.TP\\n\\\\fB${name}\\\\fR`, 'm'));
      for (const option of Object.keys(options)) {
        expect(text).toMatch(new RegExp(`^\\.TP\\n.*--(\\[no-\\])?${option}\\b`, 'm'));
      }
    }
    for (const { code } of EXIT_STATUSES) expect(text).toContain(`\\fB${code}\\fR`);
    for (const name of ENVIRONMENT.flatMap(({ names }) => names)) expect(text).toContain(`\\fB${name}\\fR`);
  });

  it('is ASCII and has short lines', () => {
    expect(manPage()).toMatch(/^[\n -~]*$/);
  });

  it.runIf(hasMandoc)('leaves mandoc nothing to say', () => {
    const { status, stdout } = spawnSync('mandoc', ['-T', 'lint'], { input: manPage(), encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });

  it.runIf(hasMandoc)('reads well', () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'ascii', '-O', 'width=78'], { input: manPage(), encoding: 'utf8' });
    const text = stdout.replace(/.\x08/g, '').replace(/\s+/g, ' ');
    expect(text).toContain('matrix-discovery [check] [OPTION...] NAME...');
    expect(text).toContain('Believe this address instead of DNS.');
    expect(text).toContain("of the system's");
  });
});
