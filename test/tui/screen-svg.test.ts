import { expect, it } from 'vitest';
import { screenSvg } from './screen-svg.js';
import { openVirtualTerminal } from './virtual-terminal.js';

/** The `text` elements of the picture of a terminal on which this was written. */
const pictured = async (written: string): Promise<readonly string[]> => {
  const terminal = openVirtualTerminal(40, 5);
  await new Promise<void>((resolve) => terminal.stdout.write(written, () => resolve()));
  const svg = screenSvg({ title: 'a & b', columns: 40, rows: terminal.rows() });
  expect(svg).toContain('<title>a &amp; b</title>');
  return svg.split('\n').filter((line) => line.startsWith('<text'));
};

it('begins a run where the look changes, and where columns do', async () => {
  expect(await pictured('a word  \u001b[1mbold\u001b[0m \u001b[31mred\u001b[0m\r\n  \u001b[2mdim\u001b[0m')).toEqual([
    '<text x="16" y="30" textLength="50.4">a word</text>',
    '<text x="83.2" y="30" textLength="33.6" class="b">bold</text>',
    '<text x="125.2" y="30" textLength="25.2" style="fill:#ff7b72">red</text>',
    '<text x="32.8" y="49" textLength="25.2" class="d">dim</text>',
  ]);
});

it('gives characters outside of ASCII a place of their own, as wide as the terminal has them', async () => {
  expect(await pictured('\u2713 ok \u6f22x')).toEqual([
    '<text x="16" y="30">\u2713</text>',
    '<text x="32.8" y="30" textLength="16.8">ok</text>',
    '<text x="58" y="30">\u6f22</text>',
    '<text x="74.8" y="30">x</text>',
  ]);
});

it('takes no text for markup', async () => {
  expect(await pictured('</text><script>"&amp;"')).toEqual([
    '<text x="16" y="30" textLength="184.8">&lt;/text&gt;&lt;script&gt;&quot;&amp;amp;&quot;</text>',
  ]);
});
