import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src');

/** The folders in the order of the pipeline: imports only point backwards. */
const PIPELINE = [
  'spec',
  'recipes',
  'facts',
  'net',
  'resolution',
  'probes',
  'checks',
  'report',
  'render',
  'tui',
  'cli',
] as const;

/** Stricter than the order. `lab` is no part of the pipeline: only the demo loads it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  checks: ['spec', 'recipes', 'facts', 'checks'],
  recipes: ['spec', 'recipes'],
  render: ['facts', 'report', 'render'],
  tui: ['facts', 'report', 'render', 'tui'],
  lab: ['spec', 'facts', 'net', 'lab'],
};

/** The files that join the folders, and what each may join. */
const JOINTS: Readonly<Record<string, readonly string[]>> = {
  'inspect.ts': ['spec', 'facts', 'net', 'resolution', 'probes', 'look-around.ts', 'events.ts', 'version.ts'],
  'look-around.ts': ['spec', 'facts', 'net', 'resolution', 'probes', 'events.ts'],
  'diagnose.ts': ['facts', 'checks', 'report'],
  'events.ts': ['facts'],
  'version.ts': [],
};

/** Leaves that every folder may import. */
const LEAVES = ['version.ts', 'events.ts'];

/** What opens sockets or asks DNS, and who may. `isIP` and its kin are plain functions that happen to live in node:net. */
const SOCKETS = /^(node:)?(net|tls|dgram|http|https|http2|dns|dns\/promises)$|^(undici|dns-packet)(\/|$)/;
const SOCKET_FOLDERS = ['net', 'lab'];
const PLAIN_OF_NET = ['isIP', 'isIPv4', 'isIPv6'];

/** What reads the disk or the process, and who may. */
const OUTSIDE = /^(node:)?(fs|fs\/promises|process|child_process|os|readline|worker_threads|tty)$/;
const OUTSIDE_FOLDERS = ['cli', 'lab', 'net/trust.ts', 'tui'];

/** What the specification's rules are made of. */
const PURE = ['crypto', 'net', 'url', 'util'];

interface Import {
  readonly from: string;
  /** A path below `src`, or the name of a package. */
  readonly to: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

const files = (await readdir(SOURCE, { recursive: true })).filter((path) => /\.tsx?$/.test(path)).sort();
const sources = new Map(
  await Promise.all(files.map(async (path) => [path, await readFile(join(SOURCE, path), 'utf8')] as const)),
);

/** Every static and dynamic import and re-export. */
const importsOf = (from: string): readonly Import[] => {
  const text = (sources.get(from) ?? '').replace(/^\s*(\/\*\*?|\*|\/\/).*$/gm, '');
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^'";]*?\s+from\s+)?['"]([^'"]+)['"]/gm),
    ...[...text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => [match[0], undefined, '', match[1]]),
  ];
  return found.map(([, type, clause = '', specifier = '']) => ({
    from,
    to: specifier.startsWith('.') ? sourceOf(normalize(join(dirname(from), specifier))) : specifier,
    names: (/\{([^}]*)\}/.exec(clause)?.[1] ?? clause.replace(/\s+from\s+$/, ''))
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    typeOnly: type !== undefined,
  }));
};

/** The file that is compiled to that one. */
const sourceOf = (path: string): string => {
  const [plain, withMarkup] = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')];
  return sources.has(withMarkup) ? withMarkup : plain;
};

const imports = files.flatMap(importsOf);
const folderOf = (path: string): string => path.split('/')[0] ?? path;
const isInside = (path: string, places: readonly string[]): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}/`));
const isOurs = (path: string): boolean => sources.has(path);
const words = ({ from, to, names }: Import): string => `${from} imports ${names.join(', ') || 'everything'} from ${to}`;

describe('the folders', () => {
  it('are all known', () => {
    const known = [...PIPELINE, 'lab', ...Object.keys(JOINTS), 'index.ts'];
    expect([...new Set(files.map(folderOf))].filter((folder) => !known.includes(folder))).toEqual([]);
  });

  it('were read', () => {
    expect(imports.filter(({ to }) => isOurs(to)).length).toBeGreaterThan(200);
    expect(imports.filter(({ to }) => to.startsWith('node:')).length).toBeGreaterThan(20);
    expect(imports.filter(({ to }) => to.startsWith('.') || (to.endsWith('.ts') && !isOurs(to))).map(words)).toEqual(
      [],
    );
  });

  it('import backwards only', () => {
    const forwards = imports.filter(({ from, to }) => {
      const [own, other] = [PIPELINE.indexOf(folderOf(from) as never), PIPELINE.indexOf(folderOf(to) as never)];
      return isOurs(to) && own !== -1 && other > own;
    });
    expect(forwards.map(words)).toEqual([]);
  });

  it.each(Object.entries(ALLOWED))('%s imports only %j', (folder, allowed) => {
    const stray = imports.filter(
      ({ from, to }) => folderOf(from) === folder && isOurs(to) && !isInside(to, [...allowed, ...LEAVES]),
    );
    expect(stray.map(words)).toEqual([]);
  });

  it.each(Object.entries(JOINTS))('%s joins only %j', (file, allowed) => {
    const stray = imports.filter(({ from, to }) => from === file && isOurs(to) && !isInside(to, allowed));
    expect(stray.map(words)).toEqual([]);
  });

  it('join only where the commands are, and in the public API', () => {
    const joints = [...Object.keys(JOINTS), 'index.ts'];
    const stray = imports.filter(
      ({ from, to }) =>
        isInside(to, joints) && !LEAVES.includes(to) && folderOf(from) !== 'cli' && !joints.includes(from),
    );
    expect(stray.map(words)).toEqual([]);
  });

  it('leave the embedded network to the demo, and to completions, which name its scenarios', () => {
    const stray = imports.filter(({ from, to }) => folderOf(to) === 'lab' && folderOf(from) !== 'lab');
    expect([...new Set(stray.map(({ from }) => from))]).toEqual(['cli/commands/completion.ts', 'cli/commands/demo.ts']);
  });
});

describe('the outside world', () => {
  it('is spoken to by net and lab only', () => {
    const stray = imports.filter(
      ({ from, to, names, typeOnly }) =>
        SOCKETS.test(to) &&
        !SOCKET_FOLDERS.includes(folderOf(from)) &&
        !typeOnly &&
        !(/^(node:)?net$/.test(to) && names.every((name) => PLAIN_OF_NET.includes(name))),
    );
    expect(stray.map(words)).toEqual([]);
  });

  it('is read and written by cli, lab and the trust store only', () => {
    const stray = imports.filter(({ from, to }) => OUTSIDE.test(to) && !isInside(from, OUTSIDE_FOLDERS));
    expect(stray.map(words)).toEqual([]);
  });

  it('tells nothing about the process elsewhere', () => {
    const allowed = [...OUTSIDE_FOLDERS, 'net/live.ts'];
    const stray = files.filter(
      (path) => !isInside(path, allowed) && /\bprocess\.[a-z]/.test(withoutComments(sources.get(path) ?? '')),
    );
    expect(stray).toEqual([]);
  });

  it('has no part in spec, facts, checks, report and render', () => {
    const pure = ['spec', 'facts', 'checks', 'report', 'render'];
    const builtin = imports.filter(({ from, to }) => pure.includes(folderOf(from)) && isBuiltin(to));
    expect(builtin.filter(({ to }) => !PURE.includes(to.replace('node:', ''))).map(words)).toEqual([]);
    const clocks = files.filter(
      (path) =>
        isInside(path, ['spec', 'facts', 'checks', 'report', 'render', 'diagnose.ts']) &&
        /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|setTimeout\(|\bfetch\(|\bawait\b/.test(
          withoutComments(sources.get(path) ?? ''),
        ),
    );
    expect(clocks).toEqual([]);
  });
});

const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

describe('the house rules', () => {
  it('are kept in every file: named exports, no `any`, no pushed-aside errors, nothing left to do', () => {
    const broken = [...sources].flatMap(([path, text]) =>
      [/^export default /m, /: any\b/, /\bas any\b/, /@ts-(ignore|expect-error|nocheck)/, /\b(TODO|FIXME|XXX)\b/]
        .filter((rule) => rule.test(rule.source.includes('TODO') ? text : withoutComments(text)))
        .map((rule) => `${path}: ${rule.source}`),
    );
    expect(broken).toEqual([]);
  });

  it('are kept by what is bundled: of undici only the client, of the locales only English', () => {
    const whole = imports.filter(({ to, typeOnly }) => to === 'undici' && !typeOnly);
    expect(whole.map(words)).toEqual([]);
    expect(files.filter((path) => /\bz\.locales\b/.test(sources.get(path) ?? ''))).toEqual([]);
  });

  it('are kept by names: no folder or file for everything', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.tsx?|\/)/.test(path))).toEqual([]);
  });

  it('are kept by sizes: no file over 250 lines, but for the shape of all facts', () => {
    const long = [...sources].filter(([path, text]) => path !== 'facts/schema.ts' && text.split('\n').length > 251);
    expect(long.map(([path, text]) => `${path}: ${text.split('\n').length}`)).toEqual([]);
  });
});
