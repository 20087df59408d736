import { expect, it } from 'vitest';
import type { Output } from '../../src/cli/io.js';
import { openProgressLine } from '../../src/cli/progress-line.js';
import { openVirtualTerminal } from '../tui/virtual-terminal.js';

const COLUMNS = 40;

/** Two streams of one terminal. */
const openTerminal = () => {
  const terminal = openVirtualTerminal(COLUMNS, 10);
  const stream = (): Output => ({
    write: (text) => new Promise((resolve) => terminal.stdout.write(text, () => resolve())),
    closed: false,
    isTTY: true,
    columns: COLUMNS,
  });
  return { terminal, stdout: stream(), stderr: stream() };
};

it('stands below what is written, and is gone at the end', async () => {
  const { terminal, stdout, stderr } = openTerminal();
  const progress = openProgressLine(stderr);
  const above = progress.above(stdout);
  progress.show('0 of 2');
  await above.write('first\n');
  await stderr.write('');
  expect(terminal.screen()).toBe('first\n0 of 2');
  progress.show('1 of 2, which is longer than the terminal is wide');
  await above.write('second\nthird\n');
  await stderr.write('');
  expect(terminal.screen()).toBe('first\nsecond\nthird\n1 of 2, which is longer than the termin');
  progress.show('2 of 2');
  progress.close();
  await stdout.write('');
  expect(terminal.everything()).toBe('first\nsecond\nthird');
  await above.write('after\n');
  expect(terminal.everything()).toBe('first\nsecond\nthird\nafter');
});

it('is the same stream otherwise', () => {
  const { stdout, stderr } = openTerminal();
  const progress = openProgressLine(stderr);
  expect(progress.above({ ...stdout, closed: true, columns: 7 })).toMatchObject({
    closed: true,
    isTTY: true,
    columns: 7,
  });
  progress.close();
});
