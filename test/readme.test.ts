import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.js';
import * as library from '../src/index.js';
import { loadScenario } from '../src/lab/load-scenario.js';
import { startLab } from '../src/lab/start-lab.js';
import { renderCheckTable } from '../src/render/check-list.js';
import { describeCheck } from '../src/report/check-description.js';
import { SCENARIOS } from './facts-of.js';

const PATH = join(import.meta.dirname, '../README.md');
const readme = await readFile(PATH, 'utf8');

const MARKED = /(<!-- checks -->\n)[\s\S]*(<!-- \/checks -->)/;

/** The same README with the table that the registry gives. */
const current = (): string => {
  const { checks } = library;
  const areas = new Set(checks.map(({ id }) => id.split('/')[0]));
  const table = renderCheckTable(checks.map(describeCheck));
  return readme.replace(
    MARKED,
    (_, begin: string, end: string) =>
      `${begin}<details>\n<summary>${checks.length} checks in ${areas.size} areas</summary>\n\n${table}\n</details>\n${end}`,
  );
};

describe('README.md', () => {
  it('has the table of the checks that there are (npm run readme writes it)', async () => {
    expect(readme).toMatch(MARKED);
    if (process.env.UPDATE_README !== undefined) await writeFile(PATH, current());
    else expect(readme === current()).toBe(true);
  });

  it('names every option and every command', () => {
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(readme).toContain(`matrix-discovery ${name}`);
      for (const option of Object.keys(options).filter((option) => option !== 'markdown')) {
        expect(readme).toContain(`\`--${option}`);
      }
    }
  });

  it('shows a use of the library that works', async () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
    const [, names = ''] = /^import \{ (.*) \} from 'matrix-discovery';$/m.exec(code) ?? [];
    expect(
      code
        .trim()
        .split('\n')
        .filter((line) => line !== '').length,
    ).toBeLessThanOrEqual(10);

    const lab = await startLab(await loadScenario('expired-certificate', SCENARIOS));
    const printed: string[][] = [];
    const surroundings = {
      ...library,
      openNet: (options: library.NetOptions) => library.openNet({ ...lab.netOptions(), ...options }),
    };
    const process = { exitCode: 0 };
    try {
      const body = `const { ${names} } = library;\n${code.replace(/^import .*$/m, '')}`;
      const run = Object.getPrototypeOf(async () => {}).constructor('library', 'console', 'process', body);
      await run(surroundings, { log: (...words: string[]) => printed.push(words) }, process);
    } finally {
      await lab.close();
    }
    expect(printed.map(([id]) => id)).toEqual(['tls/certificate-dates']);
    expect(process.exitCode).toBe(2);
  });
});
