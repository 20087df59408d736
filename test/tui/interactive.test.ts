import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brokenWorld, type ChangingWorld, openChangingWorld, worldWith } from '../changing-world.js';
import { runMain } from '../cli/fake-io.js';
import { runAtTerminal } from './run-at-terminal.js';
import { openVirtualTerminal } from './virtual-terminal.js';

let world: ChangingWorld;
beforeEach(async () => {
  world = await openChangingWorld(await brokenWorld());
});
afterEach(() => world.close());

const ARROW_DOWN = '\u001b[B';
const LIST = /\? help, Enter opens/;

const interactive = () => ['check', 'example.com', '--interactive', ...world.options];

describe('--interactive', () => {
  it('stays, opens details, filters, runs again after the fault is mended, and leaves the report in the scrollback', async () => {
    const terminal = openVirtualTerminal(100, 30);
    const run = runAtTerminal(interactive(), terminal);
    const list = await terminal.until(LIST);
    expect(list).toMatch(/^example\.com\nFederation {2}\u2717 failed: /);
    expect(list).toMatch(/\nFindings \(2\)\n> \u2717 error: The certificate of matrix\.example\.com expired/);
    expect(terminal.isSecondScreen()).toBe(true);

    terminal.type(ARROW_DOWN);
    await terminal.until(/\n> \u2717 error: Clients ask matrix\.example\.com/);
    terminal.type('\r');
    const details = await terminal.until(/Esc back/);
    expect(details).toMatch(/ Seen .*\n[\s\S]* Why [\s\S]* Fix .*Renew the certificate/);
    expect(details).toContain('client-tls/certificate-dates');
    terminal.type('o');
    await terminal.until(/\nhttps:\/\/spec\.matrix\.org\/v1\.19\/client-server-api\/#api-standards$/);
    terminal.type('\u001b');
    await terminal.until(LIST);
    terminal.type('/tls/hand');
    await terminal.until(/\/tls\/hand_$/);
    terminal.type('\r');
    expect(await terminal.until(/1 of 3, filter "tls\/hand"/)).toMatch(/\n> \u2713 The TLS handshake succeeds/);
    terminal.type('\u001b');
    await terminal.until(/Findings \(2\)[\s\S]*\? help/);

    await world.become(await worldWith());
    terminal.type('r');
    const mended = await terminal.until(/Changed since the last run/);
    expect(mended).toMatch(/\n> \u2713 better: Federation: ok, was failed/);
    expect(mended).toMatch(/better: error gone \(tls\/certificate-dates\): The certificate of matrix\.example\.com/);

    terminal.type('q');
    expect(await run.code).toBe(0);
    expect(terminal.isSecondScreen()).toBe(false);
    expect(terminal.everything()).toMatch(/^example\.com\n\n\u2713 Federation {2}ok .*[\s\S]*182 passed/);
    expect(terminal.everything()).not.toMatch(/Enter opens/);
    expect(run.stderr()).toBe('');
  });

  it('draws anew for another size, and never more than fits', async () => {
    const terminal = openVirtualTerminal(120, 40);
    const run = runAtTerminal(interactive(), terminal);
    await terminal.until(LIST);
    for (const [columns, rows] of [
      [40, 15],
      [80, 24],
      [40, 5],
      [60, 12],
    ] as const) {
      terminal.resize(columns, rows);
      terminal.type('?');
      await terminal.until(rows < 15 && rows > 6 ? /Keys/ : /lines 1 to/);
      terminal.type('?');
      const list = (await terminal.until(/of 238/)).split('\n');
      expect(list.length).toBeLessThan(rows);
      expect(list.filter((line) => line.startsWith('> '))).toHaveLength(1);
    }
    terminal.type('q');
    expect(await run.code).toBe(2);
  });

  it('ends at Ctrl-C with 130, and prints what is known', async () => {
    const terminal = openVirtualTerminal(80, 24);
    const run = runAtTerminal(interactive(), terminal);
    await terminal.until(LIST);
    terminal.type('\u0003');
    expect(await run.code).toBe(130);
    expect(terminal.isSecondScreen()).toBe(false);
    expect(terminal.everything()).toMatch(/Federation {2}failed/);
  });

  it('is asked for by i while the run goes on', async () => {
    const slow = await worldWith();
    const { zone } = slow;
    await world.become({ ...slow, zone: { ...zone, '*': { delayMs: 500 } } });
    const terminal = openVirtualTerminal(80, 24);
    const run = runAtTerminal(['check', 'example.com', ...world.options], terminal);
    await terminal.until(/i: stay here/);
    terminal.type('i');
    await terminal.until(LIST);
    terminal.type('q');
    expect(await run.code).toBe(0);
  });

  it('makes the specification a link where the terminal is known to have links', async () => {
    for (const [env, linked] of [
      [{ FORCE_HYPERLINK: '1' }, true],
      [{}, false],
    ] as const) {
      const terminal = openVirtualTerminal(100, 24);
      const run = runAtTerminal(['demo', 'cors-empty', '--interactive'], terminal, { LANG: 'C.UTF-8', ...env });
      await terminal.until(LIST);
      terminal.type('o');
      await terminal.until(/\nhttps:\/\/\S+$/);
      expect(terminal.bytes().includes('\u001b]8;;https://')).toBe(linked);
      terminal.type('q');
      await run.code;
    }
  });

  it('shows what to write into the web server that answered', async () => {
    const terminal = openVirtualTerminal(100, 50);
    const run = runAtTerminal(['demo', 'cors-twice-behind-nginx', '--interactive'], terminal);
    await terminal.until(LIST);
    terminal.type('\r');
    expect(await terminal.until(/Esc back/)).toMatch(
      / nginx .*\n[\s\S]*proxy_hide_header Access-Control-Allow-Origin;/,
    );
    terminal.type('q');
    expect(await run.code).toBe(2);
  });

  it('can be tried out on the embedded network', async () => {
    const terminal = openVirtualTerminal(80, 24);
    const run = runAtTerminal(['demo', 'expired-certificate', '--interactive'], terminal);
    await terminal.until(LIST);
    terminal.type('r');
    await terminal.until(/nothing changed$/);
    terminal.type('q');
    expect(await run.code).toBe(2);
    expect(terminal.everything()).toMatch(/^example\.com\n/);
  });

  it('is plain text with a note where no screen is wanted', async () => {
    const terminal = openVirtualTerminal(80, 24);
    const run = runAtTerminal([...interactive(), '--no-tui'], terminal);
    expect(await run.code).toBe(2);
    expect(run.stderr()).toBe(
      'matrix-discovery: --interactive: needs a terminal to draw on and to hear keys from; this is the report\n',
    );
    expect(terminal.everything()).toMatch(/^example\.com\n/);
  });

  it('is plain text with a note where there is no terminal', async () => {
    const { code, stdout, stderr } = await runMain(interactive());
    expect([code, stderr]).toEqual([
      2,
      'matrix-discovery: --interactive: needs a terminal to draw on and to hear keys from; this is the report\n',
    ]);
    expect(stdout).toMatch(/^example\.com\n\nx Federation/);
  });
});

it.each([
  [['--interactive', '--json'], '--interactive --json: expected one of them'],
  [['--interactive', '--quiet'], '--interactive --quiet: expected one of them'],
  [['--interactive', '--from-facts', 'x'], '--interactive --from-facts: expected one of them'],
  [['--interactive', '--watch'], '--interactive --watch: expected one of them'],
  [['--interactive', 'b.example'], '--interactive: expected one server name, found 2'],
  [['--watch', 'b.example'], '--watch: expected one server name, found 2'],
  [['--watch', '--targets', '-'], '--watch --targets: expected one server name instead'],
  [['--watch', '--from-facts', 'x'], '--watch --from-facts: expected one of them'],
  [['--watch=maybe'], '--watch maybe: expected a number with its unit, such as 30s, 5m or 1h'],
  [['--watch', '30'], '--watch 30: expected a number with its unit, such as 30s, 5m or 1h; did you mean 30s?'],
  [['--watch', '3s'], '--watch 3s: expected between 5s and 24h'],
])('refuses %j in one line', async (options, words) => {
  expect(await runMain(['check', 'a.example', ...options])).toEqual({
    code: 3,
    stdout: '',
    stderr: `matrix-discovery: ${words}\n`,
  });
});
