import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { reportJsonSchema } from '../../src/report/schema.js';
import { type BuiltPackage, buildPackage, runCommand } from './built-package.js';

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

/** The files of the bundle that a run really loads: what V8 has counts for. */
const loadedScripts = async (argv: readonly string[]): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverage-'));
  try {
    const run = await runCommand(process.execPath, [built.bin, ...argv], { env: { NODE_V8_COVERAGE: folder } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    const urls = files.flatMap((text) => (JSON.parse(text).result as { url: string }[]).map(({ url }) => url));
    return urls.filter((url) => url.includes('/dist/')).map((url) => basename(url));
  } finally {
    await rm(folder, { recursive: true });
  }
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

  it('draw with Ink and React only where a screen is opened', () => {
    const drawing = /node_modules\/(ink|react|react-reconciler|yoga-layout)\/|(^|\/)src\/tui\//;
    const screens = Object.keys(outputs).filter((path) => /^open-.*-screen-/.test(basename(path)));
    expect(screens.length).toBeGreaterThan(0);
    for (const path of screens) {
      const inputs = inputsOf(loadedBy(basename(path), false));
      expect(inputs.filter((input) => /node_modules\/ink\//.test(input)).length, path).toBeGreaterThan(10);
      expect(
        inputs.filter((input) => /react-devtools|node_modules\/ws\/|\.development\.js$/.test(input)),
        path,
      ).toEqual([]);
    }
    for (const name of ['cli.js', 'check', 'demo', 'resolve', 'list', 'explain', 'schema']) {
      expect(
        inputsOf(loadedBy(name, false)).filter((path) => drawing.test(path)),
        name,
      ).toEqual([]);
    }
    expect(inputsOf(loadedBy('index.js', true)).filter((path) => drawing.test(path))).toEqual([]);
  });

  it.each([
    [['demo', 'healthy', '--json'], 'demo'],
    [['demo', 'healthy'], 'demo'],
    [['--version'], 'cli'],
    [['--help'], 'cli'],
    [['check', '--help'], 'cli'],
  ])('are not loaded for a screen by %j', async (argv, needed) => {
    const scripts = await loadedScripts(argv);
    expect(scripts).toContainEqual(expect.stringMatching(new RegExp(`^${needed}[.-]`)));
    expect(scripts.filter((name) => /-screen-/.test(name))).toEqual([]);
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
