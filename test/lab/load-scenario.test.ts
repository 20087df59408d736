import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadScenario, ScenarioError, scenarioNames } from '../../src/lab/load-scenario.js';
import { mergePatch } from '../../src/lab/merge-patch.js';

const healthyFolder = join(import.meta.dirname, '../../fixtures/scenarios');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-scenarios-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, value: unknown) => writeFile(join(folder, `${name}.json`), JSON.stringify(value));
const base = {
  title: 'base',
  check: 'example.com',
  zone: { 'example.com': { A: ['203.0.113.5'], ttl: 60 } },
  certificates: { good: { names: ['example.com'] } },
  servers: { web: { at: ['203.0.113.5:443'] } },
  expect: { outcome: 'pass', mustNot: ['*'] },
};
/** The message of the ScenarioError that loading ends in. */
const fault = async (name: string) => {
  const error = await loadScenario(name, folder).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(ScenarioError);
  return error instanceof ScenarioError ? error.message : '';
};

it('reads the healthy scenario', async () => {
  const scenario = await loadScenario('healthy', healthyFolder);
  expect(scenario.check).toBe('example.com');
  expect(scenario.servers.homeserver?.at).toEqual(['203.0.113.10:443', '[2001:db8::10]:443']);
});

it('follows extends over two files and patches each onto its parent', async () => {
  await write('base', base);
  await write('middle', {
    title: 'middle',
    extends: 'base',
    zone: { 'example.com': { A: null, AAAA: ['2001:db8::5'] } },
  });
  await write('leaf', { title: 'leaf', extends: 'middle', expect: { outcome: 'warn' } });
  expect(await loadScenario('leaf', folder)).toEqual({
    ...base,
    title: 'leaf',
    zone: { 'example.com': { AAAA: ['2001:db8::5'], ttl: 60 } },
    expect: { outcome: 'warn', mustNot: ['*'] },
  });
});

it('lists the names in a folder', async () => {
  await write('b', base);
  await write('a', base);
  await writeFile(join(folder, 'README.md'), '');
  expect(await scenarioNames(folder)).toEqual(['a', 'b']);
});

it('names the file and the member in every error', async () => {
  await write('typo', { ...base, servers: { web: { at: ['203.0.113.5:443'], certficate: 'good' } } });
  expect(await fault('typo')).toBe('typo.json: servers > web: Unrecognized key: "certficate"');

  await write('address', { ...base, zone: { 'example.com': { A: ['203.0.113.5', '203.0.113'] } } });
  expect(await fault('address')).toBe('address.json: zone > example.com > A > [1]: expected an IPv4 address');

  await write('place', { ...base, servers: { web: { at: ['2001:db8::5:443'] } } });
  expect(await fault('place')).toMatch(/^place\.json: servers > web > at > \[0\]: expected "203\.0\.113\.5:443"/);

  await write('certificate', { ...base, servers: { web: { at: ['203.0.113.5:443'], certificate: { '*': 'gone' } } } });
  expect(await fault('certificate')).toBe(
    'certificate.json: servers > web > certificate: there is no certificate "gone"',
  );

  await write('twice', { ...base, servers: { ...base.servers, other: { at: ['203.0.113.5:443'] } } });
  expect(await fault('twice')).toBe('twice.json: servers > other > at: 203.0.113.5:443 is taken by "web"');

  const route = (answer: unknown) => ({
    web: { at: ['203.0.113.5:443'], sites: { '*': { routes: { '/': answer } } } },
  });
  await write('line', { ...base, servers: route({ headers: { 'X-A': 'a\nb' } }) });
  expect(await fault('line')).toBe(
    'line.json: servers > web > sites > * > routes > / > headers: expected header lines',
  );

  await write('bodies', {
    ...base,
    servers: route({ text: '', bytes: 5 }),
  });
  expect(await fault('bodies')).toBe(
    'bodies.json: servers > web > sites > * > routes > /: expected only one of text, base64, bytes',
  );
});

it('says what is wrong with a file that cannot be read at all', async () => {
  expect(await fault('absent')).toBe('there is no scenario "absent"');
  expect(await fault('../healthy')).toBe('there is no scenario "../healthy"');
  await writeFile(join(folder, 'broken.json'), '{');
  expect(await fault('broken')).toMatch(/^broken\.json: not JSON: /);
  await writeFile(join(folder, 'list.json'), '[]');
  expect(await fault('list')).toBe('list.json: expected an object');
  await write('orphan', { extends: 'absent' });
  expect(await fault('orphan')).toBe('there is no scenario "absent"');
  await write('ring-a', { extends: 'ring-b' });
  await write('ring-b', { extends: 'ring-a' });
  expect(await fault('ring-a')).toBe('ring-a.json: extends itself (ring-a -> ring-b)');
});

/** The table of RFC 7396, appendix A. */
it.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('patches %j with %j', (target, patch, result) => {
  expect(mergePatch(target, patch)).toEqual(result);
});
