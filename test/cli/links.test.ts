import { expect, it } from 'vitest';
import { showsLinks } from '../../src/cli/options/links.js';

it.each([
  [{}, false],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM_PROGRAM: 'WezTerm' }, true],
  [{ TERM_PROGRAM: 'Apple_Terminal' }, false],
  [{ WT_SESSION: 'x' }, true],
  [{ VTE_VERSION: '5002' }, true],
  [{ VTE_VERSION: '4999' }, false],
  [{ VTE_VERSION: 'new' }, false],
  [{ TERM_PROGRAM: 'WezTerm', TMUX: 'socket' }, false],
  [{ TERM_PROGRAM: 'vscode', CI: '1' }, false],
  [{ TERM: 'dumb', WT_SESSION: 'x' }, false],
  [{ FORCE_HYPERLINK: '1', TMUX: 'socket' }, true],
  [{ FORCE_HYPERLINK: '0', TERM_PROGRAM: 'WezTerm' }, false],
])('of %j: links are %j', (env, links) => {
  expect(showsLinks(env)).toBe(links);
});
