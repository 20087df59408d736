import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.js';
import { ENVIRONMENT } from '../src/cli/environment.js';
import { EXIT_STATUSES } from '../src/cli/exit-statuses.js';
import * as library from '../src/index.js';
import { loadScenario } from '../src/lab/load-scenario.js';
import { startLab } from '../src/lab/start-lab.js';
import { renderCheckTable } from '../src/render/check-list.js';
import { renderJsonLine } from '../src/render/json.js';
import { describeCheck } from '../src/report/check-description.js';
import { runMain } from './cli/fake-io.js';
import { factsOf, SCENARIOS } from './facts-of.js';
import { eveningScreen } from './tui/evening.js';

const PATH = join(import.meta.dirname, '../README.md');
const readme = await readFile(PATH, 'utf8');

/** What stands between two comments. */
const replaceMarked = (text: string, mark: string, content: string): string => {
  const [begin, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`README.md: expected ${begin.trim()} and ${end}`);
  return text.slice(0, from) + content + text.slice(to);
};

/** A real screen, but for the times. */
const screen = async (): Promise<string> => {
  const { stdout } = await runMain(['demo', 'cors-twice-behind-nginx'], { columns: 100, env: { LANG: 'en_US.UTF-8' } });
  const timeless = stdout.replace(/\d+ ms/g, '80 ms').replace(/; \d+\.\d s\n/, '; 0.5 s\n');
  return `\`\`\`\n$ npx matrix-discovery demo cors-twice-behind-nginx\n${timeless}\`\`\`\n`;
};

/** A run while it goes on, as it is captured by test/tui/captures.test.ts: with a mark where something moves, and no time. */
const liveScreen = async (): Promise<string> => {
  const capture = await readFile(join(import.meta.dirname, 'tui/captures/80x24-waiting.txt'), 'utf8');
  return `\`\`\`\n${capture.replaceAll('~', '\u2838').replace('0.0 s', '2.9 s')}\`\`\`\n`;
};

/** A real list, of worlds of our own under names of their own. */
const severalScreen = async (): Promise<string> => {
  const worlds = { 'example.com': 'healthy', 'example.net': 'cors-twice-behind-nginx', 'example.org': 'dead-ipv6' };
  const facts = await Promise.all(
    Object.entries(worlds).map(async ([typed, scenario]) => {
      const { input, ...rest } = await factsOf(scenario);
      return renderJsonLine({ ...rest, input: { ...input, typed } });
    }),
  );
  const surroundings = {
    stdin: facts.join(''),
    isTTY: true,
    columns: 100,
    env: { LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  };
  const { stdout } = await runMain(['check', '--from-facts', '-'], surroundings);
  return `\`\`\`\n$ matrix-discovery check --targets servers.txt\n${stdout}\`\`\`\n`;
};

/** The table that the registry gives. */
const checkTable = (): string => {
  const { checks } = library;
  const areas = new Set(checks.map(({ id }) => id.split('/')[0]));
  const table = renderCheckTable(checks.map((check) => describeCheck(check)));
  return `<details>\n<summary>${checks.length} checks in ${areas.size} areas</summary>\n\n${table}\n</details>\n`;
};

const current = async (): Promise<string> => {
  const withScreen = replaceMarked(replaceMarked(readme, 'checks', checkTable()), 'screen', await screen());
  const withList = replaceMarked(withScreen, 'several', await severalScreen());
  const withRun = replaceMarked(withList, 'live', await liveScreen());
  return replaceMarked(withRun, 'evening', `\`\`\`\n${await eveningScreen()}\n\`\`\`\n`);
};

describe('README.md', () => {
  it('has the screen and the checks that there are (npm run readme writes them)', async () => {
    const wanted = await current();
    if (process.env.UPDATE_README !== undefined) await writeFile(PATH, wanted);
    else expect(readme === wanted, 'README.md is not current: npm run readme').toBe(true);
  });

  it('names every variable of the environment and every exit code', () => {
    for (const name of ENVIRONMENT.flatMap(({ names }) => names)) expect(readme).toContain(`\`${name}\``);
    for (const { code } of EXIT_STATUSES) expect(readme).toContain(`\n| ${code} | `);
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
