import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { reportJsonSchema } from '../../src/report/schema.js';
import { type BuiltPackage, buildPackage } from './built-package.js';

interface Output {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
}

let built: BuiltPackage;
let outputs: Readonly<Record<string, Output>>;
beforeAll(async () => {
  built = await buildPackage();
  outputs = JSON.parse(await readFile(built.metafile, 'utf8')).outputs;
});
afterAll(() => built.remove());

/** The output file of that name and everything that it loads at once; `lazy` follows dynamic imports too. */
const loadedBy = (name: string, lazy: boolean): readonly string[] => {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const imported of outputs[path]?.imports ?? []) {
      if (imported.external !== true && (lazy || imported.kind !== 'dynamic-import')) visit(imported.path);
    }
  };
  visit(Object.keys(outputs).find((path) => basename(path) === name || basename(path).startsWith(`${name}-`)) ?? name);
  return [...found];
};

const inputsOf = (paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));

describe('the bundles', () => {
  it('load nothing but themselves and what Node has', () => {
    const external = Object.values(outputs).flatMap(({ imports }) => imports.filter((imported) => imported.external));
    expect(
      external.map(({ path }) => path).filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)),
    ).toEqual([]);
  });

  it('keep the embedded network to the demo', () => {
    const lab = /(^|\/)src\/lab\/|@peculiar|reflect-metadata/;
    expect(inputsOf(loadedBy('demo', false)).filter((path) => lab.test(path))).not.toEqual([]);
    for (const name of ['cli.js', 'check', 'resolve', 'list', 'explain', 'schema']) {
      expect(
        inputsOf(loadedBy(name, false)).filter((path) => lab.test(path)),
        name,
      ).toEqual([]);
    }
    expect(inputsOf(loadedBy('index.js', true)).filter((path) => lab.test(path))).toEqual([]);
  });

  it('open no socket code for help and listings', () => {
    for (const name of ['cli.js', 'list', 'explain', 'schema']) {
      expect(
        inputsOf(loadedBy(name, false)).filter((path) => /undici|dns-packet|src\/net\//.test(path)),
        name,
      ).toEqual([]);
    }
  });
});

describe('what is published beside them', () => {
  it('has the licence of every package inside', async () => {
    const notices = await readFile(join(built.folder, 'dist/THIRD-PARTY-NOTICES'), 'utf8');
    const packages = new Set(
      inputsOf(Object.keys(outputs)).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
    );
    expect(packages.size).toBeGreaterThan(5);
    for (const name of packages) expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'));
  });

  it('has the schema', async () => {
    const schema = JSON.parse(await readFile(join(built.folder, 'dist/report.schema.json'), 'utf8'));
    expect(schema).toEqual(reportJsonSchema());
  });

  it('has declarations that need no other package', async () => {
    const types = join(built.folder, 'dist/types');
    const files = (await readdir(types, { recursive: true })).filter((path) => path.endsWith('.d.ts'));
    expect(files).toContain('index.d.ts');
    for (const file of files) {
      const text = await readFile(join(types, file), 'utf8');
      expect(
        [...text.matchAll(/(?:from|import\()\s*["']([^."'][^"']*)["']/g)].map(([, name]) => name),
        file,
      ).toEqual([]);
    }
  });

  it('is a library', async () => {
    const library = await import(pathToFileURL(join(built.folder, 'dist/index.js')).href);
    expect(Object.keys(library).sort()).toEqual([
      'FactsError',
      'TOOL',
      'TrustStoreError',
      'VERSION',
      'checks',
      'diagnose',
      'exitCode',
      'inspect',
      'loadTrustStore',
      'openNet',
      'parseFacts',
      'renderers',
      'safeText',
      'worstExitCode',
    ]);
    expect(library.checks).toHaveLength(checks.length);
  });
});
