import { describe, expect, it } from 'vitest';
import { hasHyperlinks } from '../../src/cli/has-hyperlinks.js';
import { runMain } from './fake-io.js';

const stdout = (isTTY: boolean) => ({ isTTY, columns: 80, closed: false, write: async () => {} });

describe('links that can be clicked', () => {
  it.each([
    [{ TERM: 'xterm-kitty' }, true],
    [{ TERM: 'alacritty' }, true],
    [{ TERM: 'xterm-256color' }, false],
    [{}, false],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.9' }, false],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.1' }, true],
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.0' }, false],
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.90.0' }, true],
    [{ TERM_PROGRAM: 'vscode' }, false],
    [{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '453' }, false],
    [{ TERM_PROGRAM: 'WezTerm' }, true],
    [{ WT_SESSION: 'x' }, true],
    [{ VTE_VERSION: '5000' }, false],
    [{ VTE_VERSION: '7001' }, true],
    [{ VTE_VERSION: '7001', TERM: 'dumb' }, false],
    [{ VTE_VERSION: '7001', CI: 'true' }, false],
    [{ VTE_VERSION: '7001', TMUX: '/x' }, false],
    [{ VTE_VERSION: '7001', FORCE_HYPERLINK: '0' }, false],
    [{ FORCE_HYPERLINK: '1' }, true],
    [{ FORCE_HYPERLINK: '' }, false],
  ] as const)('at a terminal with %j: %j', (env, expected) => {
    expect(hasHyperlinks({ stdout: stdout(true), env })).toBe(expected);
  });

  it('are not written into a pipe, unless that is forced', () => {
    expect(hasHyperlinks({ stdout: stdout(false), env: { TERM: 'xterm-kitty' } })).toBe(false);
    expect(hasHyperlinks({ stdout: stdout(false), env: { FORCE_HYPERLINK: '1' } })).toBe(true);
  });

  it('change nothing of what is seen', async () => {
    const argv = ['explain', 'tls/certificate-name'];
    const plain = await runMain(argv, { isTTY: true, columns: 60, env: { NO_COLOR: '1' } });
    const linked = await runMain(argv, { isTTY: true, columns: 60, env: { NO_COLOR: '1', TERM: 'xterm-kitty' } });
    const url = /https:\S+/.exec(plain.stdout)?.[0] ?? '';
    expect(linked.stdout).toContain(`\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\`);
    expect(linked.stdout.replaceAll(`\u001b]8;;${url}\u001b\\`, '').replaceAll('\u001b]8;;\u001b\\', '')).toBe(
      plain.stdout,
    );
  });
});
