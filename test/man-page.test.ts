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
const PATH = join(ROOT, manifest.man);
const hasMandoc = spawnSync('mandoc', ['-T', 'utf8'], { input: '' }).error === undefined;

describe('the man page', () => {
  it('is the one that the table of commands gives (npm run man writes it)', async () => {
    if (process.env.UPDATE_MAN !== undefined) {
      await mkdir(dirname(PATH), { recursive: true });
      await writeFile(PATH, manPage());
    } else {
      expect((await readFile(PATH, 'utf8')) === manPage(), `${manifest.man} is not current: npm run man`).toBe(true);
    }
  });

  it('is published', () => {
    expect(manifest.files).toContain(dirname(manifest.man));
  });

  it('has every command, option, exit code and variable', () => {
    const page = manPage().replaceAll('\\-', '-');
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(page).toMatch(new RegExp(`^\\.TP\\n\\\\fB${name}\\\\fR`, 'm'));
      for (const option of Object.keys(options)) {
        expect(page).toMatch(new RegExp(`^\\.TP\\n.*--(\\[no-\\])?${option}\\b`, 'm'));
      }
    }
    for (const { code } of EXIT_STATUSES) expect(page).toContain(`\\fB${code}\\fR`);
    for (const name of ENVIRONMENT.flatMap(({ names }) => names)) expect(page).toContain(`\\fB${name}\\fR`);
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
    const page = stdout.replace(/.\x08/g, '').replace(/\s+/g, ' ');
    expect(page).toContain('matrix-discovery [check] [OPTION...] NAME...');
    expect(page).toContain('Believe this address instead of DNS.');
    expect(page).toContain("of the system's");
  });
});
