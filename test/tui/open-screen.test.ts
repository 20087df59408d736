import { createElement } from 'react';
import { expect, it } from 'vitest';
import { openScreen } from '../../src/tui/open-screen.js';
import { openVirtualTerminal } from './virtual-terminal.js';

const Broken = () => {
  throw new Error('a defect');
};

it('can be closed where a component threw: the terminal is as before', async () => {
  const terminal = openVirtualTerminal(80, 24);
  terminal.stdout.write('before\n');
  const screen = openScreen({ ...terminal, hasSecondScreen: true }, createElement(Broken));
  await screen.close();
  terminal.stdout.write('after\n');
  await expect.poll(terminal.lines).toEqual(['before', 'after']);
  expect(terminal.isSecondScreen()).toBe(false);
  expect(terminal.isRaw()).toBe(false);
});

it('leaves no listener behind', async () => {
  const terminal = openVirtualTerminal(80, 24);
  const count = () => [
    terminal.stdout.listenerCount('resize'),
    ...['exit', 'SIGTSTP', 'SIGCONT'].map((event) => process.listenerCount(event)),
  ];
  const before = count();
  const screen = openScreen({ ...terminal, hasSecondScreen: true }, 'text');
  await screen.close();
  expect(count()).toEqual(before);
});
