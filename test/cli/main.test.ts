import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { Interrupted } from '../../src/cli/interrupted.js';
import type { Facts } from '../../src/facts/facts.js';
import { WEB_SERVERS } from '../../src/recipes/recipe.js';
import { renderJsonLine } from '../../src/render/json.js';
import { filledRecipe } from '../../src/report/filled-recipe.js';
import { SAMPLE_RECIPE_VALUES } from '../../src/report/recipe-values.js';
import type { Report } from '../../src/report/report.js';
import { reportJsonSchema } from '../../src/report/schema.js';
import { factsOf } from '../facts-of.js';
import { runMain } from './fake-io.js';

let folder: string;
let healthy: Facts;
let expired: Facts;
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-'));
  [healthy, expired] = await Promise.all([factsOf('healthy'), factsOf('expired-certificate')]);
  await writeFile(inFolder('healthy.json'), JSON.stringify(healthy));
  await writeFile(inFolder('both.json'), [healthy, expired].map(renderJsonLine).join(''));
});
afterAll(() => rm(folder, { recursive: true }));

describe('what is typed', () => {
  it.each([
    [[], 3, '', /^ {2}matrix-discovery example\.com /],
    [['check'], 3, '', /^matrix-discovery: check: expected a server name, such as example\.com, or --targets FILE\n$/],
    [['check', '-'], 3, '', /^matrix-discovery: -: expected a name here; .* with --targets -\n$/],
    [['check', 'a.example', '-', '--json'], 3, '', /^matrix-discovery: -: expected a name here/],
    [['explain', '-'], 3, '', /^matrix-discovery: -: expected a name here/],
    [['check', 'a.example', '--json', '-q'], 3, '', /^matrix-discovery: --json --quiet: expected one of them\n$/],
    [['demo', '-qv'], 3, '', /^matrix-discovery: --quiet --verbose: expected one of them\n$/],
    [['check', 'a.example', '--tui', '--json'], 3, '', /--tui --json: expected one of them\n$/],
    [['list', '--json', '--markdown'], 3, '', /--json --markdown: expected one of them\n$/],
    [['check', '--from-facts', '-', '--resolver', '::1'], 3, '', /--from-facts --resolver: nothing is looked at/],
    [['chek'], 3, '', /^matrix-discovery: chek: there is no such command; did you mean check\?/],
    [
      ['check', 'a.example', '--timeout', '10'],
      3,
      '',
      /--timeout 10: expected a number with its unit.*did you mean 10s\?\n$/,
    ],
    [['check', 'a.example', '--only', 'tsl'], 3, '', /--only tsl: .*did you mean tls\?\n$/],
    [['check', 'a.example', '--skip', 'nonsense'], 3, '', /--skip nonsense: .*matrix-discovery list shows them\n$/],
    [['check', 'a.example', '--fail-on', 'notice'], 3, '', /--fail-on notice: expected error or warning\n$/],
    [['check', 'a.example', '--color', 'red'], 3, '', /--color red: expected auto, always or never\n$/],
    [['check', 'a.example', '--color', 'alwyas'], 3, '', /--color alwyas: expected .*; did you mean always\?\n$/],
    [['check', 'a.example', '--ca-file', '/nonexistent'], 3, '', /--ca-file: .*\/nonexistent/],
    [
      ['check', 'a.example', '--only', 'tls', '--skip', 'tls'],
      3,
      '',
      /--only and --skip: together they leave no check/,
    ],
    [
      ['check', '--targets', '/nonexistent'],
      3,
      '',
      /--targets \/nonexistent: cannot be read: there is no such file or/,
    ],
    [['check', '--targets', '/'], 3, '', /--targets \/: cannot be read: it is a directory\n$/],
    [['check', '--targets', '-'], 3, '', /--targets -: expected at least one server name, one a line\n$/],
    [['check', 'a.example', '--save-facts', '-'], 3, '', /--save-facts -: expected the path of a file/],
    [['check', 'a.example', '--from-facts', '-'], 3, '', /--from-facts: the names are in the file/],
    [['check', '--from-facts', '-'], 3, '', /--from-facts -: expected facts as JSON, found nothing\n$/],
    [['resolve'], 3, '', /resolve: expected one server name/],
    [['resolve', 'a.example', '--', 'b.example'], 3, '', /resolve: expected one server name/],
    [['explain'], 3, '', /explain: expected the id of one check/],
    [['explain', 'server-name/is-server-nam'], 3, '', /did you mean server-name\/is-server-name\?\n$/],
    [
      ['explain', 'certificate-name'],
      3,
      '',
      /did you mean well-known\/.*, tls\/.* or client-tls\/certificate-name\?\n$/,
    ],
    [['explain', 'tls'], 3, '', /explain tls: this is an area of \d+ checks; matrix-discovery list shows them\n$/],
    [['explain', ''], 3, '', /explain: expected the id of one check/],
    [['explain', 'cors/client-file-header', '--for', 'ngnix'], 3, '', /--for ngnix: .*did you mean nginx\?\n$/],
    [
      ['explain', 'cors/client-file-header', '--for', 'iis'],
      3,
      '',
      /--for iis: .*expected nginx, apache, caddy, haproxy or traefik\n$/,
    ],
    [
      ['explain', 'server-name/is-server-name', '--for', 'nginx'],
      3,
      '',
      /this check has no lines of configuration; without --for it says what to do\n$/,
    ],
    [['demo', ''], 3, '', /demo: expected the name of one scenario/],
    [['demo', 'expired-cert'], 3, '', /did you mean expired-certificate or well-known-expired-certificate\?\n$/],
    [['demo', 'healty'], 3, '', /demo healty: there is no such scenario; did you mean healthy\?\n$/],
    [['demo', '../healthy'], 3, '', /there is no such scenario/],
  ])('%j: exit code %i', async (argv, code, stdout, stderr) => {
    const run = await runMain(argv);
    expect(run).toMatchObject({ code, stdout });
    expect(run.stderr).toMatch(stderr);
    expect(run.stderr).not.toMatch(/\n +at /);
  });

  it('shows what was typed without letting it steer the terminal', async () => {
    const { stderr } = await runMain(['explain', '\u001b]0;title\u0007\nsecond line']);
    expect(stderr).toContain('explain \\u{1b}]0;title\\u{7}\\u{a}second line: there is no such check');
    expect(stderr.split('\n')).toHaveLength(2);
  });
});

describe('an input that is no server name', () => {
  it.each([
    ['', /it is empty/],
    ['::1', /without brackets/],
    ['256.1.1.1', /form of an IPv4 address/],
  ])('check %j: exit code 2 and one error', async (input, words) => {
    const { code, stdout, stderr } = await runMain(['check', '--json', '--', input]);
    const report: Report = JSON.parse(stdout);
    expect([code, stderr]).toEqual([2, '']);
    expect(report).toMatchObject({ input, serverName: null, outcome: 'fail', counts: { error: 1 } });
    expect(report.findings[0]).toMatchObject({ id: 'server-name/is-server-name', outcome: 'fail' });
    expect(report.findings[0]?.title).toMatch(words);
    const quiet = await runMain(['check', '-q', '--', input]);
    expect(quiet.stdout).toBe(`"${input}": failed; ${report.findings[0]?.title}\n`);
  });
});

describe('facts that were kept', () => {
  it('are judged again', async () => {
    const { code, stdout, stderr } = await runMain(['check', '--from-facts', inFolder('healthy.json')]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^example\.com\n\n\+ Federation {2}ok/);
  });

  it('come from standard input as well', async () => {
    const { stdout } = await runMain(['check', '--from-facts', '-', '-q'], { stdin: JSON.stringify(healthy) });
    expect(stdout).toBe(
      'example.com: ok; federation: other servers reach matrix.example.com:443 at 2 addresses; clients: clients find https://matrix.example.com\n',
    );
  });

  it('are several, one a line, and the worst decides', async () => {
    const { code, stdout } = await runMain(['check', '--from-facts', inFolder('both.json'), '--json']);
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line): Report => JSON.parse(line));
    expect(reports.map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
    expect(code).toBe(2);
  });

  it.each([
    ['nonsense', /--from-facts -: not JSON, or cut off\n$/],
    ['{\n  "factsVersion": 1,\n', /--from-facts -: not JSON, or cut off\n$/],
    ['a\0b', /--from-facts -: expected text in UTF-8, found zero bytes\n$/],
    ['{"schemaVersion":1}', /--from-facts -: this is a report of --json; expected what --save-facts wrote\n$/],
    ['{}', /--from-facts -: factsVersion: expected/],
    ['{"factsVersion":2}', /--from-facts -: factsVersion: expected 1, found 2/],
  ])('are refused where they are none: %s', async (stdin, words) => {
    const { code, stderr } = await runMain(['check', '--from-facts', '-'], { stdin });
    expect(code).toBe(3);
    expect(stderr).toMatch(words);
  });

  it('name the line that is none', async () => {
    const stdin = `${renderJsonLine(healthy)}{"factsVersion"\n`;
    const { code, stderr } = await runMain(['check', '--from-facts', '-'], { stdin });
    expect([code, stderr]).toEqual([3, 'matrix-discovery: --from-facts -: line 2: not JSON, or cut off\n']);
  });

  it('may begin with a byte order mark', async () => {
    const { code } = await runMain(['check', '--from-facts', '-', '-q'], { stdin: `\ufeff${JSON.stringify(healthy)}` });
    expect(code).toBe(0);
  });

  it('are written where a path is given, and give the same report', async () => {
    const saved = inFolder('saved.json');
    const first = await runMain(['check', '--json', '--save-facts', saved, '--', 'exa mple.com']);
    const second = await runMain(['check', '--json', '--from-facts', saved]);
    expect(second).toEqual(first);
    expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({
      factsVersion: 1,
      input: { typed: 'exa mple.com' },
    });
  });

  it('of several names are written one a line, each as soon as it is there', async () => {
    const saved = inFolder('several.json');
    const argv = ['check', '-q', '--save-facts', saved, 'a b', 'c d', 'e f'];
    await runMain(argv, { closesAfter: 2 });
    const typed = (await readFile(saved, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).input.typed);
    expect(typed).toEqual(['a b', 'c d']);
  });

  it('that cannot be written are told before anything is looked at', async () => {
    const path = join(folder, 'no-such-folder', 'saved.json');
    const { code, stdout, stderr } = await runMain(['check', 'a b', '--save-facts', path]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^matrix-discovery: --save-facts .*saved\.json: cannot be written: there is no such file/);
  });

  it.runIf(existsSync('/dev/full'))('that do not fit are told after the reports, once', async () => {
    const { code, stdout, stderr } = await runMain([
      'check',
      '-q',
      '--from-facts',
      inFolder('healthy.json'),
      '--save-facts',
      '/dev/full',
    ]);
    expect(stdout).toContain('example.com: ok');
    expect([code, stderr]).toEqual([
      3,
      'matrix-discovery: --save-facts /dev/full: cannot be written: the disk is full\n',
    ]);
  });
});

describe('what counts', () => {
  const judge = (...options: string[]) =>
    runMain(['check', '--from-facts', inFolder('both.json'), '--json', ...options]);

  it('is what was asked for', async () => {
    expect((await judge('--only', 'well-known,srv')).code).toBe(0);
    expect((await judge('--only', 'tls')).code).toBe(2);
    expect((await judge('--only', 'tls', '--skip', 'tls/certificate-dates')).code).toBe(0);
  });

  it('includes warnings where they are to fail', async () => {
    const warned = JSON.stringify(await factsOf('dead-ipv6'));
    const run = (...options: string[]) => runMain(['check', '--from-facts', '-', '-q', ...options], { stdin: warned });
    expect((await run()).code).toBe(0);
    expect((await run('--fail-on', 'error')).code).toBe(0);
    expect((await run('--fail-on', 'warning')).code).toBe(1);
  });
});

describe('several names', () => {
  it('are looked at together and told in their order, one a line', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `not a name ${index}`);
    const { code, stdout } = await runMain(['check', '--json', '--targets', '-'], { stdin: names.join('\n') });
    const inputs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).input);
    expect(inputs).toEqual(names);
    expect(code).toBe(2);
  });

  it('come from arguments and a list, a list of one being a list', async () => {
    const both = await runMain(['check', '--json', 'a b', '--targets', '-'], { stdin: 'c d\n' });
    expect(
      both.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).input),
    ).toEqual(['a b', 'c d']);
    await writeFile(inFolder('names.txt'), '\ufeffe f\r\n');
    const lists = await runMain(['check', '-q', '--targets', '-', '--targets', inFolder('names.txt')], {
      stdin: 'c d\n',
    });
    expect(lists.stdout).toMatch(/^"c d": .*\n"e f": .*\n$/);
    const one = await runMain(['check', '--json', '--targets', '-'], { stdin: 'c d\n' });
    expect(one.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('stop where the reader has gone', async () => {
    const argv = ['check', '--json', 'a b', 'c d', 'e f'];
    const { code, stdout } = await runMain(argv, { closesAfter: 1 });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('end at a signal', async () => {
    const { code, stdout, stderr } = await runMain(['check', 'a.example', 'b.example'], {
      signal: AbortSignal.abort(),
    });
    expect([code, stdout, stderr]).toEqual([3, '', 'matrix-discovery: interrupted\n']);
  });
});

describe('standard input', () => {
  it('that a signal ends is no list', async () => {
    const { code, stderr } = await runMain(['check', '--targets', '-'], { stdin: new Interrupted() });
    expect([code, stderr]).toEqual([3, 'matrix-discovery: interrupted\n']);
  });

  it('that cannot be read is told', async () => {
    const { code, stderr } = await runMain(['check', '--targets', '-'], { stdin: new Error('EIO') });
    expect([code, stderr]).toEqual([3, 'matrix-discovery: --targets -: cannot be read: EIO\n']);
  });
});

describe('explain, list and schema', () => {
  it('explains a check', async () => {
    const { code, stdout } = await runMain(['explain', 'server-name/is-server-name']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^server-name\/is-server-name {2}error, .*\n\n {2}Passes {2}The input is a server name\n/);
    expect(stdout).toMatch(/\n {2}Spec {4}https:\/\/spec\.matrix\.org\//);
  });

  it('says for which web servers there is something to write', async () => {
    const { stdout } = await runMain(['explain', 'cors/client-file-header']);
    expect(stdout).toMatch(/\n {2}Affects Element Web, Element Desktop and other clients in a browser\n/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      / How to send .*: matrix-discovery explain cors\/client-file-header --for NAME, where NAME is nginx, apache, caddy, haproxy or traefik $/,
    );
  });

  it.each(WEB_SERVERS)('says what to write for %s', async (name) => {
    const { code, stdout } = await runMain(['explain', 'cors/client-file-header', '--for', name.toUpperCase()]);
    const { texts } = filledRecipe('cors-header', name, SAMPLE_RECIPE_VALUES);
    expect(code).toBe(0);
    for (const { lines } of texts.flatMap(({ parts }) => parts)) {
      expect(stdout).toContain(`:\n${lines.replace(/^/gm, ' '.repeat(12))}\n`);
    }
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await runMain(['explain', 'cors/client-file-header', '--for', 'caddy', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      affects: 'browsers',
      recipe: filledRecipe('cors-header', 'caddy', SAMPLE_RECIPE_VALUES),
    });
  });

  it('explains every check without placeholders', async () => {
    const { stdout } = await runMain(['list', '--json']);
    const described: { id: string }[] = JSON.parse(stdout);
    expect(described.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    expect(stdout).not.toMatch(/\{[A-Za-z]+\}/);
  });

  it('lists every check', async () => {
    const { stdout } = await runMain(['list'], { columns: 40 });
    for (const { id } of checks) expect(stdout).toContain(id);
    expect(stdout).toContain(`\n${checks.length} checks; `);
  });

  it('prints the schema that reports are valid by', async () => {
    const schema = JSON.parse((await runMain(['schema'])).stdout);
    expect(schema).toEqual(reportJsonSchema());
    const { stdout } = await runMain(['check', '--json', '--from-facts', inFolder('healthy.json')]);
    expect(new Ajv2020({ allowUnionTypes: true }).validate(schema, JSON.parse(stdout))).toBe(true);
  });
});

describe('demo', () => {
  it('ends at a signal before its world is there', async () => {
    const stop = new AbortController();
    const run = runMain(['demo', 'slow'], { signal: stop.signal });
    setImmediate(() => stop.abort());
    const { code, stdout, stderr } = await run;
    expect([code, stdout, stderr]).toEqual([3, '', 'matrix-discovery: interrupted\n']);
  });

  it('runs a scenario and gives its exit code', async () => {
    const { code, stdout, stderr } = await runMain(['demo', 'expired-certificate', '--json']);
    expect([code, stderr]).toEqual([2, '']);
    const [first] = (JSON.parse(stdout) as Report).findings;
    expect(first).toMatchObject({ id: 'tls/certificate-dates', outcome: 'fail', severity: 'error' });
    expect(`${first?.title} ${first?.fix}`).toMatch(/matrix\.example\.com.*expired on \d{4}-\d\d-\d\d.*certbot renew/);
  });

  it('lists the scenarios and runs the healthy one without a name', async () => {
    const { code, stdout } = await runMain(['demo']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Scenarios: matrix-discovery demo NAME\n/);
    expect(stdout).toMatch(/\n {2}expired-certificate +\S/);
    expect(stdout).toContain('\nexample.com\n\n+ Federation  ok');
  });
});
