import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AREAS } from '../../src/checks/area.js';
import { checks } from '../../src/checks/index.js';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { SHELLS, type Shell } from '../../src/cli/completion/shells.js';
import { scenarioNames } from '../../src/lab/load-scenario.js';
import { SCENARIOS } from '../facts-of.js';
import { runCommand } from './built-package.js';
import { runMain } from './fake-io.js';

const HERE = join(import.meta.dirname, 'shells');
const ids = checks.map(({ id }) => id);
const commands = Object.keys(COMMANDS);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matrix-discovery-completion-'));
  for (const shell of SHELLS) {
    await writeFile(join(folder, `script.${shell}`), (await runMain(['completion', shell])).stdout);
  }
  await writeFile(join(folder, 'some names.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

/** How each shell says what it offers at the end of a line. */
const DRIVERS = {
  bash: (line: string) => [
    'bash',
    '--norc',
    join(HERE, 'offers.bash'),
    join(folder, 'script.bash'),
    ...line.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/(=)/).filter((part) => part !== ''))),
  ],
  zsh: (line: string) => ['zsh', '-f', join(HERE, 'offers.zsh'), join(folder, 'script.zsh'), line],
  fish: (line: string) => ['fish', '--no-config', join(HERE, 'offers.fish'), join(folder, 'script.fish'), line],
} as const satisfies Record<Shell, (line: string) => readonly string[]>;

const offers = async (shell: Shell, line: string): Promise<readonly string[]> => {
  const [command = '', ...args] = DRIVERS[shell](`matrix-discovery ${line}`);
  const { stdout, stderr } = await runCommand(command, args, { cwd: folder, env: { HOME: folder, TERM: 'xterm' } });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .sort();
};

const isThere = (shell: Shell): boolean => spawnSync(shell, ['--version']).status === 0;

describe.each(SHELLS.filter(isThere))('%s offers', (shell) => {
  it.each([
    ['', commands],
    ['comp', ['completion']],
    ['completion ', SHELLS],
    ['explain keys/', ids.filter((id) => id.startsWith('keys/'))],
    ['check --fail-on ', ['error', 'warning']],
    ['--color ', ['auto', 'always', 'never']],
    ['explain --json --for ', ['nginx', 'apache', 'caddy', 'haproxy', 'traefik']],
    ['check ', []],
    ['check --timeout ', []],
  ])('for "%s"', async (line, words) => {
    expect(await offers(shell, line)).toEqual([...words].sort());
  });

  it('every scenario', async () => {
    expect(await offers(shell, 'demo -v ')).toEqual([...(await scenarioNames(SCENARIOS))].sort());
  });

  it.each(commands)('every option of %s', async (name) => {
    const options = COMMANDS[name as keyof typeof COMMANDS].options;
    const offered = await offers(shell, `${name} --`);
    for (const option of Object.keys(options)) expect(offered).toContain(`--${option}`);
    expect(offered).toContain('--help');
  });

  it('what follows a comma', async () => {
    const offered = (await offers(shell, 'check --only tls,client-')).map((word) => word.replace(/^tls,/, ''));
    const wanted = [...Object.keys(AREAS), ...ids].filter((word) => word.startsWith('client-'));
    expect(offered).toEqual(wanted.sort());
  });

  it('what follows =', async () => {
    const offered = await offers(shell, 'check --color=al');
    expect(offered.map((word) => word.replace(/^--color=/, ''))).toEqual(['always']);
  });

  it('files', async () => {
    const offered = await offers(shell, 'check --targets some');
    expect(offered.map((word) => word.replaceAll('\\', ''))).toEqual(['some names.txt']);
  });
});

describe('completion', () => {
  it.each([
    [[], 'completion: expected bash, zsh or fish'],
    [['fihs'], 'completion fihs: expected bash, zsh or fish; did you mean fish?'],
    [['powershell'], 'completion powershell: expected bash, zsh or fish'],
  ])('%j: one line', async (words, line) => {
    expect(await runMain(['completion', ...words])).toEqual({
      code: 3,
      stdout: '',
      stderr: `matrix-discovery: ${line}\n`,
    });
  });

  it.each(SHELLS)('for %s names every command and every option', async (shell) => {
    const { code, stdout } = await runMain(['completion', shell]);
    expect(code).toBe(0);
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(stdout).toContain(name);
      for (const option of Object.keys(options)) expect(stdout).toContain(option);
    }
  });
});
