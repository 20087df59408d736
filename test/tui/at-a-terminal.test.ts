import { afterAll, beforeAll, describe, it as sequentially } from 'vitest';
import { type BuiltPackage, buildPackage, runCommand } from '../cli/built-package.js';
import { canOpenRealTerminal, openRealTerminal, type RealTerminal } from './real-terminal.js';

/** They wait more than they work. */
const it = sequentially.skipIf(!canOpenRealTerminal).concurrent;

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage('--no-types');
});
afterAll(() => built.remove());

interface Options {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const BEFORE = Array.from({ length: 60 }, (_, line) => `before ${line + 1}`);

/** The world in which every answer takes a moment, behind 60 lines of something else. */
const openSlow = (args: string, { columns = 80, rows = 24, env = {} }: Options = {}): Promise<RealTerminal> =>
  openRealTerminal({
    columns,
    rows,
    env,
    command: `seq -f 'before %g' 60; exec '${process.execPath}' '${built.bin}' demo slow ${args}`,
  });

/** What a pipe of that width gets. */
const piped = async (columns: number): Promise<string> => {
  const args = [built.bin, 'demo', 'slow'];
  const { stdout } = await runCommand(process.execPath, args, { env: { COLUMNS: String(columns) } });
  return withoutTimes(stdout.split('\n'));
};

/** A time that takes one digit more may break a line elsewhere. */
const withoutTimes = (lines: readonly string[]): string =>
  lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\d+ ms/g, '0 ms')
    .trim()
    .replace(/\d+\.\d s$/, '0.0 s');

/** What stands below the lines that were there before. */
const printed = (terminal: RealTerminal): readonly string[] => terminal.lines().slice(BEFORE.length);
const earlier = (terminal: RealTerminal): readonly string[] => terminal.lines().slice(0, BEFORE.length);

/** What may never be sent: the scrollback is wiped. */
const WIPE = '\u001b[3J';
const SECOND_SCREEN = '\u001b[?1049h';

describe('demo slow in a real terminal', { timeout: 90_000 }, () => {
  it.for([
    [120, 40],
    [80, 24],
    [40, 15],
  ] as const)('%i x %i: three moments, and the report at the end', async ([columns, rows], { expect }) => {
    const expected = piped(columns);
    const terminal = await openSlow('', { columns, rows });
    try {
      const walking = await terminal.until(/Client file[\s\S]* 203\.0\.113\.5:443/);
      expect(walking).toMatch(/^Checking example\.com\n/);
      const asking = await terminal.until(/ 203\.0\.113\.30:8449/);
      expect(asking).toMatch(/\n\u2713 3\.3 .* -> 2 targets, 4 addresses\n/);
      const waiting = await terminal.until(/1 key/);
      expect(waiting).toMatch(/\n\d+\.\d s {2}waiting for /);
      for (const screen of [walking, asking, waiting]) {
        expect(screen.split('\n').length).toBeLessThan(rows);
        expect(screen).not.toContain('before');
      }
      expect(await terminal.ended).toBe(0);
      expect(earlier(terminal)).toEqual(BEFORE);
      expect(withoutTimes(printed(terminal))).toBe(await expected);
      expect(terminal.isSecondScreen()).toBe(false);
      expect(terminal.bytes()).not.toContain(WIPE);
    } finally {
      await terminal.close();
    }
  });

  it('another size while it runs leaves nothing behind', async ({ expect }) => {
    const expected = piped(80);
    const terminal = await openSlow('', { columns: 120, rows: 40 });
    try {
      await terminal.until(/Client file[\s\S]* 203\.0\.113\.5:443/);
      await terminal.resize(45, 20);
      const narrow = await terminal.until(/Client file \(port TLS cert file\)/);
      expect(narrow.match(/Checking example\.com/g)).toHaveLength(1);
      await terminal.until(/ 203\.0\.113\.30:8449/);
      await terminal.resize(80, 24);
      const wide = await terminal.until(/Servers: matrix\.example\.com/);
      expect(wide.match(/Checking example\.com/g)).toHaveLength(1);
      expect(wide).not.toContain('(port TLS');
      expect(await terminal.ended).toBe(0);
      expect(earlier(terminal)).toEqual(BEFORE);
      expect(withoutTimes(printed(terminal))).toBe(await expected);
    } finally {
      await terminal.close();
    }
  });

  it.for([
    ['\u0003', /^Interrupted after \d+\.\d s: this is what was known by then\.$/],
    // The second one does not wait for the report.
    ['\u0003\u0003', undefined],
  ] as const)('Ctrl-C, %j', async ([keys, after], { expect }) => {
    const terminal = await openSlow('');
    try {
      await terminal.until(/ 203\.0\.113\.30:8449/);
      terminal.type(keys);
      expect(await terminal.ended).toBe(130);
      expect(terminal.isSecondScreen()).toBe(false);
      expect(terminal.bytes()).toMatch(/\[\?25h[^\u001b]*\u001b\[\?1049l/);
      const [first, ...rest] = printed(terminal);
      expect(earlier(terminal)).toEqual(BEFORE);
      if (after === undefined) expect([first, ...rest]).toEqual([undefined]);
      else {
        expect(first).toMatch(after);
        expect(rest.join('\n')).toContain('\n? Federation  unknown  the run was interrupted');
      }
    } finally {
      await terminal.close();
    }
  });

  it.for([{}, { TERM: 'linux' }])(
    'Ctrl-Z gives the terminal back, and fg takes it again: %j',
    async (env, { expect }) => {
      const terminal = await openRealTerminal({
        columns: 80,
        rows: 24,
        env: { PS1: '% ', ...env },
        command: 'exec sh -i',
      });
      try {
        await terminal.until(/%$/);
        terminal.type(`'${process.execPath}' '${built.bin}' demo expired-certificate --interactive\r`);
        await terminal.until(/Enter opens/);
        terminal.type('\u001a');
        await terminal.until(/(Stopped|Suspended)[\s\S]*%$/i);
        expect(terminal.isSecondScreen()).toBe(false);
        expect(terminal.screen()).not.toContain('Enter opens');
        // What is typed is seen again, and nobody but the shell hears it.
        terminal.type('echo he""re; fg\r');
        await terminal.until(/Enter opens/);
        expect(terminal.lines().join('\n')).toMatch(/% echo he""re; fg\nhere\n/);
        terminal.type('q');
        await terminal.until(/; \d+\.\d s\n%$/);
        terminal.type('exit\r');
        expect(await terminal.ended).toBe(2);
      } finally {
        await terminal.close();
      }
    },
  );

  it('Ctrl-Z stops nothing where no shell could let it go on', async ({ expect }) => {
    const terminal = await openSlow('');
    try {
      await terminal.until(/ 203\.0\.113\.30:8449/);
      terminal.type('\u001a');
      await terminal.until(/1 key/);
      expect(await terminal.ended).toBe(0);
      expect(earlier(terminal)).toEqual(BEFORE);
    } finally {
      await terminal.close();
    }
  });

  it.for<[string, string, Options]>([
    ['NO_COLOR', '', { env: { NO_COLOR: '1' } }],
    ['no UTF-8', '', { env: { LANG: 'C', NO_COLOR: '1' } }],
    ['nothing to hear keys from', '< /dev/null', {}],
    ['CI, with --tui', '--tui', { env: { CI: '1' } }],
    ['CI that is off', '', { env: { CI: 'false' } }],
    ['a terminal without a second screen', '', { env: { TERM: 'linux' } }],
  ])('is drawn: %s', async ([, args, options], { expect }) => {
    const terminal = await openSlow(args, options);
    const { NO_COLOR, LANG, TERM } = options.env ?? {};
    try {
      const screen = await terminal.until(/1 key/);
      expect(screen).toContain('Checking example.com');
      expect(await terminal.ended).toBe(0);
      expect(earlier(terminal)).toEqual(BEFORE);
      expect(printed(terminal)[0]).toBe('example.com');
      // Of all bytes, so that the screen and the report are of one mind.
      expect(/\u001b\[(1|2|3[1-6])m/.test(terminal.bytes())).toBe(NO_COLOR === undefined);
      expect(/[^\x00-\x7f]/.test(terminal.bytes())).toBe(LANG === undefined && TERM === undefined);
      expect(terminal.bytes().includes(SECOND_SCREEN)).toBe(TERM === undefined);
    } finally {
      await terminal.close();
    }
  });

  it.for<[string, string, Options, boolean]>([
    ['TERM=dumb', '', { env: { TERM: 'dumb' } }, false],
    ['CI', '', { env: { CI: '1' } }, true],
    ['20 columns', '', { columns: 20 }, true],
    ['5 rows', '', { rows: 5 }, true],
    ['--no-tui', '--no-tui', {}, true],
    ['--screen-reader', '--screen-reader', {}, true],
    ['INK_SCREEN_READER', '', { env: { INK_SCREEN_READER: 'true' } }, true],
    ['a pipe behind it, FORCE_COLOR', '| cat', { env: { FORCE_COLOR: '1' } }, true],
    ['a pipe behind it', '| cat', {}, false],
    ['--quiet', '--quiet', {}, false],
    ['--json', '--json', {}, false],
  ])('is plain text: %s', async ([, args, options, coloured], { expect }) => {
    const terminal = await openSlow(args, options);
    try {
      expect(await terminal.ended).toBe(0);
      expect(terminal.bytes()).not.toMatch(/\u001b\[(\?|\d*[A-HJK])/);
      expect(terminal.bytes().includes('\u001b')).toBe(coloured);
      expect(terminal.bytes()).toMatch(/before 60\r\n(\u001b\[1m)?(example\.com|\{)/);
    } finally {
      await terminal.close();
    }
  });
});

sequentially('can be tried here: the program "script" of util-linux is there', ({ skip }) => {
  if (!canOpenRealTerminal) skip('without it nothing of this file is tested');
});
