import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openLiveScreen } from '../../src/tui/open-live-screen.js';
import { factsOf } from '../facts-of.js';
import { type Moments, momentsOf } from './events-of.js';
import { openVirtualTerminal, type VirtualTerminal } from './virtual-terminal.js';

let moments: Moments;
beforeAll(async () => {
  moments = momentsOf(await factsOf('slow'));
});

const captureFile = (name: string) => join(import.meta.dirname, 'captures', `${name}.txt`);

/** What is seen, with a mark for what moves and for the time. */
const capture = (terminal: VirtualTerminal): string =>
  `${terminal
    .screen()
    .replace(/[\u2800-\u28ff]/g, '~')
    .replace(/^\d+\.\d s/m, '0.0 s')}\n`;

const onSecondScreen = (terminal: VirtualTerminal) => ({ ...terminal, hasSecondScreen: true });

const quiet = { onInterrupt: () => {} };

describe.each([
  [120, 40],
  [80, 24],
  [40, 15],
])('%i columns and %i rows', (columns, rows) => {
  it('shows the walk, the destinations, and what is awaited; and leaves nothing behind', async () => {
    const terminal = openVirtualTerminal(columns, rows);
    const before = Array.from({ length: rows + 5 }, (_, line) => `before ${line}`);
    terminal.stdout.write(`${before.join('\n')}\n`);
    const live = openLiveScreen(onSecondScreen(terminal), { unicode: true, colour: true }, quiet);

    for (const event of moments.walking) live.tell(event);
    await terminal.until(/203\.0\.113\.5:443/);
    await expect(capture(terminal)).toMatchFileSnapshot(captureFile(`${columns}x${rows}-walking`));

    for (const event of moments.asking) live.tell(event);
    await terminal.until(/203\.0\.113\.30:8449/);
    await expect(capture(terminal)).toMatchFileSnapshot(captureFile(`${columns}x${rows}-asking`));

    for (const event of moments.waiting) live.tell(event);
    await terminal.until(/1 key/);
    await expect(capture(terminal)).toMatchFileSnapshot(captureFile(`${columns}x${rows}-waiting`));
    expect(terminal.screen().split('\n').length).toBeLessThan(rows);

    for (const event of moments.ending) live.tell(event);
    await live.close();
    terminal.stdout.write('after\n');
    await expect.poll(terminal.lines).toEqual([...before, 'after']);
    expect(terminal.isSecondScreen()).toBe(false);
    expect(terminal.bytes()).not.toContain('\u001b[3J');
    expect(terminal.isRaw()).toBe(false);
  });
});

describe('the size of the terminal', () => {
  it('may change: everything is drawn anew, and nothing is left of what was', async () => {
    const terminal = openVirtualTerminal(120, 40);
    terminal.stdout.write('before\n');
    const live = openLiveScreen(onSecondScreen(terminal), { unicode: true, colour: false }, quiet);
    for (const event of [...moments.walking, ...moments.asking, ...moments.waiting]) live.tell(event);
    await terminal.until(/Synapse 1\.163\.2 {2}\S 1 key/);
    for (const [columns, rows] of [
      [40, 15],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      await expect.poll(() => capture(terminal)).toBe(await expectedCapture(columns, rows));
    }
    terminal.resize(50, 6);
    await expect.poll(() => capture(terminal)).toMatch(/^0\.0 s {2}waiting for .* and 1 more\n$/);
    await live.close();
    await expect.poll(terminal.lines).toEqual(['before']);
  });
});

/** As on a terminal that had this size from the beginning. */
const expectedCapture = async (columns: number, rows: number): Promise<string> => {
  const terminal = openVirtualTerminal(columns, rows);
  const live = openLiveScreen(onSecondScreen(terminal), { unicode: true, colour: false }, quiet);
  for (const event of [...moments.walking, ...moments.asking, ...moments.waiting]) live.tell(event);
  await terminal.until(/1 key/);
  const text = capture(terminal);
  await live.close();
  return text;
};

describe('a terminal without a second screen', () => {
  it('gets the frames below its text, and they are taken away again', async () => {
    const terminal = openVirtualTerminal(80, 24);
    terminal.stdout.write('before\n');
    const live = openLiveScreen({ ...terminal, hasSecondScreen: false }, { unicode: true, colour: true }, quiet);
    for (const event of [...moments.walking, ...moments.asking]) live.tell(event);
    await terminal.until(/203\.0\.113\.30:8449/);
    for (const event of moments.waiting) live.tell(event);
    await terminal.until(/1 key/);
    await live.close();
    terminal.stdout.write('after\n');
    await expect.poll(terminal.lines).toEqual(['before', 'after']);
    expect(terminal.bytes()).not.toMatch(/\[\?1049|\[[23]J/);
  });
});

describe('a run that is over at once', () => {
  it('is never drawn', async () => {
    const terminal = openVirtualTerminal(80, 24);
    const live = openLiveScreen(onSecondScreen(terminal), { unicode: true, colour: true }, quiet);
    for (const event of moments.walking) live.tell(event);
    await live.close();
    expect(terminal.bytes()).toBe('');
  });
});

describe('the keys', () => {
  it('come one by one, Ctrl-C as what it means', async () => {
    const terminal = openVirtualTerminal(80, 24);
    const heard: string[] = [];
    const live = openLiveScreen(
      onSecondScreen(terminal),
      { unicode: true, colour: true },
      { onInterrupt: () => heard.push('interrupt'), onKey: (key) => heard.push(key), hint: 'i: stay here' },
    );
    expect(terminal.isRaw()).toBe(true);
    for (const event of moments.walking) live.tell(event);
    await terminal.until(/\(i: stay here\)/);
    terminal.type('i');
    terminal.type('\u0003');
    await expect.poll(() => heard).toEqual(['i', 'interrupt']);
    await live.close();
    expect(terminal.isRaw()).toBe(false);
  });
});

it('moves by one timer, and only while something runs', async () => {
  const terminal = openVirtualTerminal(80, 24);
  const started = vi.spyOn(globalThis, 'setInterval');
  const ended = vi.spyOn(globalThis, 'clearInterval');
  const live = openLiveScreen(onSecondScreen(terminal), { unicode: true, colour: true }, quiet);
  for (const event of [...moments.walking, ...moments.asking, ...moments.waiting]) live.tell(event);
  await terminal.until(/1 key/);
  expect(started).toHaveBeenCalledOnce();
  expect(ended).not.toHaveBeenCalled();
  for (const event of moments.ending) live.tell(event);
  await terminal.until(/ done$/);
  expect(started).toHaveBeenCalledOnce();
  await expect.poll(() => ended.mock.calls).toContainEqual([started.mock.results[0]?.value]);
  await live.close();
  vi.restoreAllMocks();
});
