import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOOL, VERSION } from '../src/version.js';

const ROOT = join(import.meta.dirname, '..');
const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

describe('package.json', () => {
  it('has the name and version that the tool gives itself', () => {
    expect([manifest.name, manifest.version]).toEqual([TOOL, VERSION]);
  });

  it('has no dependencies: everything is bundled', () => {
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('optionalDependencies');
  });

  it('names files that are there', () => {
    for (const path of [...Object.values<string>(manifest.bin), ...manifest.files].filter((path) => path !== 'dist')) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
    }
  });

  it('has a program that can be executed', async () => {
    expect((await stat(join(ROOT, manifest.bin['matrix-discovery']))).mode & 0o111).toBe(0o111);
  });
});

describe('CHANGELOG.md', () => {
  it('has a section for this version, or for what is not released yet', async () => {
    const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
    expect(changelog).toMatch(new RegExp(`^## \\[(Unreleased|${VERSION})\\]`, 'm'));
  });
});
