// Builds dist/: the program and the library as bundles without dependencies, their type declarations, the JSON Schema of the report, and the
// licences of what was bundled. `npm ci` runs it by the script `prepare`.
//   --watch            build again at every change, without declarations
//   --outdir FOLDER    instead of dist
//   --metafile FILE    write esbuild's account of what went into which file
//   --no-types         leave out the declarations
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: join(root, 'dist') },
    metafile: { type: 'string' },
    'no-types': { type: 'boolean', default: false },
  },
});
const outdir = resolve(flags.outdir);

const esbuild = await import('esbuild').catch(() => undefined);
if (esbuild === undefined) {
  console.error('matrix-discovery: cannot be built without its devDependencies; run "npm ci" without --omit=dev first');
  process.exit(1);
}

const options = {
  absWorkingDir: root,
  entryPoints: { index: 'src/index.ts', cli: 'src/cli/entry.ts' },
  outdir,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: !flags.watch,
  legalComments: 'none',
  metafile: true,
  jsx: 'automatic',
  // React's quick half; and Ink would load its inspector where DEV is set, which nobody has.
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  plugins: [
    {
      name: 'without-inspector',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^\.\/devtools\.js$/ }, () => ({ path: 'devtools', namespace: 'nothing' }));
        onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export {};' }));
      },
    },
  ],
  logLevel: 'warning',
  // undici and dns-packet are CommonJS: what they require has to be found from an ES module.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
};

if (flags.watch) {
  const context = await esbuild.context({ ...options, logLevel: 'info' });
  await context.watch();
} else {
  // In memory first: a build that fails leaves the last one as it is.
  const { metafile, outputFiles } = await esbuild.build({ ...options, write: false });
  rmSync(outdir, { recursive: true, force: true });
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  if (flags.metafile !== undefined) writeFileSync(flags.metafile, JSON.stringify(metafile));
  writeFileSync(join(outdir, 'report.schema.json'), await reportSchema());
  writeFileSync(join(outdir, 'THIRD-PARTY-NOTICES'), notices(Object.keys(metafile.inputs)));
  if (!flags['no-types']) writeTypes();
}

/** The schema is written in TypeScript, so that it is bundled in memory and asked. */
async function reportSchema() {
  const { outputFiles } = await esbuild.build({
    ...options,
    entryPoints: undefined,
    splitting: false,
    metafile: false,
    write: false,
    stdin: {
      contents: `export { reportJsonSchema } from './src/report/schema.js'; export { renderJson } from './src/render/json.js';`,
      resolveDir: root,
      loader: 'ts',
    },
    banner: {},
  });
  const { reportJsonSchema, renderJson } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return renderJson(reportJsonSchema());
}

/** Name, version, and licence text of every package of which something is in the bundles. */
function notices(inputs) {
  const packages = new Set(inputs.map((input) => input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]));
  packages.delete(undefined);
  const texts = [...packages].sort().map((path) => {
    const folder = join(root, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `This package contains code of the following packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Declarations of everything, then without what the public ones do not lead to. */
function writeTypes() {
  const types = join(outdir, 'types');
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', types], {
      stdio: 'inherit',
    });
  } catch {
    console.error('matrix-discovery: the type declarations could not be built, see above');
    process.exit(1);
  }
  const needed = reachable(join(types, 'index.d.ts'), new Set());
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !needed.has(path)) rmSync(path);
  }
  removeEmptyFolders(types);
}

function reachable(file, found) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?['"](\.[^'"]*)\.js['"]/g)) {
    const next = join(dirname(file), `${specifier}.d.ts`);
    if (!existsSync(next)) throw new Error(`${relative(root, file)} needs ${next}, which is not there`);
    reachable(next, found);
  }
  return found;
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    removeEmptyFolders(path);
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  }
}
