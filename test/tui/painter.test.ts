import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../src/tui/painter.js';
import { openVirtualTerminal } from './virtual-terminal.js';

const COLUMNS = 30;
const ROWS = 8;

/** Lines as a screen has them: no blanks at the end, narrower than the terminal. */
const line = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '\u2713'), maxLength: COLUMNS - 1 })
  .map((text) => text.trimEnd());
const frame = fc.array(line, { maxLength: ROWS - 1 });

const open = (hasSecondScreen: boolean) => {
  const terminal = openVirtualTerminal(COLUMNS, ROWS);
  const { stdout } = terminal;
  const written: string[] = [];
  const write = (text: string): void => {
    written.push(text);
    stdout.write(text);
  };
  const size = () => ({ columns: stdout.columns, rows: stdout.rows });
  /** Resolves once all is drawn. */
  const drawn = () => new Promise<void>((resolve) => stdout.write('', () => resolve()));
  return { terminal, written, drawn, painter: createPainter(write, size, hasSecondScreen) };
};

/** Without empty lines at the end, which nobody sees. */
const shown = (lines: readonly string[]): string => lines.join('\n').trimEnd();

describe.each([
  ['the second screen', true],
  ['the first screen', false],
])('painting on %s', (_, hasSecondScreen) => {
  it('shows each frame as it is, and leaves nothing of the last one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 6 }), fc.nat(12), async (frames, count) => {
        const { terminal, painter, drawn } = open(hasSecondScreen);
        const before = Array.from({ length: count }, (_, index) => `before ${index}`);
        terminal.stdout.write(before.map((text) => `${text}\n`).join(''));
        for (const lines of frames) {
          painter.paint(lines);
          await drawn();
          // Before the first line there is nothing to draw.
          if (terminal.isSecondScreen()) expect(terminal.screen()).toBe(shown(lines));
          else
            expect(terminal.lines()).toEqual(
              shown([...before, ...lines]) === '' ? [] : shown([...before, ...lines]).split('\n'),
            );
        }
        painter.clear();
        terminal.stdout.write('after\n');
        await drawn();
        expect(terminal.lines()).toEqual([...before, 'after']);
        expect(terminal.bytes()).not.toContain('\u001b[3J');
      }),
      { numRuns: 60 },
    );
  });

  it('writes nothing for the same frame, and only the line that changed', () => {
    const { painter, written } = open(hasSecondScreen);
    painter.paint(['one', 'two', 'three']);
    expect(written).toHaveLength(1);
    painter.paint(['one', 'two', 'three']);
    expect(written).toHaveLength(1);
    painter.paint(['one', 'TWO', 'three']);
    expect(written[1]).toContain('TWO');
    expect(written[1]).not.toMatch(/one|three/);
  });

  it('touches nothing where there was no frame', () => {
    const { painter, written } = open(hasSecondScreen);
    painter.paint([]);
    painter.clear();
    expect(written).toEqual([]);
  });
});

it('draws everything anew for another size', async () => {
  const { terminal, painter, written, drawn } = open(true);
  terminal.stdout.write('before\n');
  painter.paint(['a line of twenty-nine columns']);
  await drawn();
  terminal.resize(12, 5);
  painter.paint(['a line']);
  await drawn();
  expect(terminal.screen()).toBe('a line');
  expect(written[1]).toContain('\u001b[2J');
  painter.clear();
  await drawn();
  expect(terminal.lines()).toEqual(['before']);
});
