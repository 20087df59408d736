import type { Run, Style } from './styled-runs.js';

interface Picture {
  /** What is seen, for those who do not see it. */
  readonly title: string;
  readonly columns: number;
  readonly rows: readonly (readonly Run[])[];
}

/** Pixels. */
const CELL = { width: 8.4, height: 19 } as const;
const FONT_SIZE = 14;
const MARGIN = 16;

/** For a dark ground: black, red, green, yellow, blue, magenta, cyan, white; and the bright ones, which nothing uses. */
const PALETTE = ['#6e7681', '#ff7b72', '#3fb950', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#f0f6fc'] as const;
const GROUND = '#0d1117';
const INK = '#e6edf3';

/** A screen as a picture. Every run of characters says where it begins and how wide it is, so that columns stand below each other in every font. */
export const screenSvg = ({ title, columns, rows }: Picture): string => {
  const width = Math.ceil(columns * CELL.width) + 2 * MARGIN;
  const height = rows.length * CELL.height + 2 * MARGIN;
  const lines = rows.flatMap((runs, row) => {
    const y = MARGIN + row * CELL.height + FONT_SIZE;
    return runs.map((run) => text(run, y));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<style>text{font:${FONT_SIZE}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:${INK};white-space:pre}.b{font-weight:700}.d{opacity:.6}</style>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${GROUND}"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
};

const text = ({ column, width, text: words, style }: Run, y: number): string => {
  const x = number(MARGIN + column * CELL.width);
  // A single character keeps its shape.
  const length = words.length === 1 ? '' : ` textLength="${number(width * CELL.width)}"`;
  return `<text x="${x}" y="${y}"${length}${look(style)}>${escaped(words)}</text>`;
};

const look = ({ colour, bold, dim }: Style): string => {
  const classes = [...(bold ? ['b'] : []), ...(dim ? ['d'] : [])].join(' ');
  const fill = colour === null ? undefined : PALETTE[colour % PALETTE.length];
  // As an attribute it would lose against the style sheet.
  return `${classes === '' ? '' : ` class="${classes}"`}${fill === undefined ? '' : ` style="fill:${fill}"`}`;
};

const number = (pixels: number): string => String(Number(pixels.toFixed(1)));

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character).replace(/[^\P{C}\n]/gu, '');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
