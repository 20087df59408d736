import { safeText } from '../render/safe-text.js';
import { type Page, pad } from '../render/text/page.js';
import type { Ink } from '../render/vocabulary.js';
import { cut } from './cut.js';
import { endpointCells, LAYERS, SHORT_LAYERS } from './endpoint-cells.js';
import { MAX_WORDS, moreLines, type Pen, placeWords, sectionTitle, symbolOf } from './endpoint-words.js';
import { fitColumns } from './fit-columns.js';
import type { Section } from './layout.js';
import { narrowLines } from './narrow-lines.js';
import type { EndpointProgress, Place } from './progress.js';

/** The lines of each section: a heading, a line for each endpoint, and one that counts those without a line. Columns stand below each other in all of them. */
export const endpointLines = (sections: readonly Section[], pen: Pen): readonly (readonly KeyedLine[])[] => {
  const texts = pen.page.narrow ? sections.map((section) => narrowLines(section, pen)) : tableLines(sections, pen);
  return texts.map((lines, index) =>
    lines.map((text, row) => ({ text, key: row === 0 ? 'heading' : keyOf(sections[index]?.shown[row - 1]) })),
  );
};

/** A line, and what tells it from the others of its section. */
export interface KeyedLine {
  readonly key: string;
  readonly text: string;
}

const keyOf = (endpoint: EndpointProgress | undefined): string =>
  endpoint === undefined ? 'more' : JSON.stringify(endpoint.destination);

const tableLines = (sections: readonly Section[], pen: Pen): readonly (readonly string[])[] => {
  const { page } = pen;
  const several = sections.some(({ shown }) => new Set(shown.map(({ destination }) => destination.host)).size > 1);
  const tables = VARIANTS.map(({ short, hosts }) =>
    sections.map((section) => tableRows(section, { short, hosts: hosts && several }, pen)),
  );
  const rated = tables.map((table) => ({ table, ...widthsOf(table, page.options.width) }));
  const { table, widths } = rated.find(({ whole }) => whole) ?? rated.at(-1) ?? { table: [], widths: [] };
  return table.map((rows, index) => [
    ...rows.map((row) => rowLine(row, widths, page)),
    ...moreLines(sections[index], pen),
  ]);
};

/** A cell as it is drawn: the symbol is never cut. */
interface Piece {
  readonly symbol: string;
  readonly words: string;
  readonly ink: Ink | null;
}

/** How much is said. `hosts`: a column for them, where they differ within a section. */
interface Variant {
  readonly short: boolean;
  readonly hosts: boolean;
}

/** The most first. */
const VARIANTS: readonly Variant[] = [
  { short: false, hosts: true },
  { short: true, hosts: true },
  { short: true, hosts: false },
];

const widthsOf = (table: readonly (readonly (readonly Piece[])[])[], width: number) =>
  fitColumns(
    table.flat().map((row) => row.map((piece) => bare(piece))),
    width,
  );

/** As wide as it is drawn, without colours. */
const bare = ({ symbol, words }: Piece): string => (symbol === '' ? words : `x ${words}`.trimEnd());

const tableRows = ({ place, shown }: Section, { short, hosts }: Variant, pen: Pen): readonly (readonly Piece[])[] => {
  const host = (words: string): readonly Piece[] => (hosts ? [{ symbol: '', words, ink: null }] : []);
  const layers: readonly string[] = (short ? SHORT_LAYERS : LAYERS)[place];
  return [
    [heading(sectionTitle(place, shown)), ...host(''), ...layers.map((words) => ({ symbol: '', words, ink: null }))],
    ...shown.map((endpoint) => [
      { symbol: '', words: `  ${placeWords(endpoint.destination)}`, ink: null },
      ...host(safeText(endpoint.destination.host, MAX_WORDS)),
      ...pieces(place, endpoint, short, pen),
    ]),
  ];
};

const heading = (words: string): Piece => ({ symbol: '', words, ink: 'bold' });

/** Without those that are blocked, so that what stopped it has room. */
const pieces = (place: Place, endpoint: EndpointProgress, short: boolean, pen: Pen): readonly Piece[] => {
  const cells = endpointCells(place, endpoint, pen.observedAt).filter(({ state }) => state !== 'blocked');
  return cells.map((cell, index) => ({
    symbol: symbolOf(cell, cells[index - 1], pen),
    words: short && cell.state === 'good' && SELF_EVIDENT.includes(cell.words) ? '' : safeText(cell.words, MAX_WORDS),
    ink: cell.state === 'bad' ? 'red' : null,
  }));
};

const SELF_EVIDENT = ['open', 'valid'];

const rowLine = (row: readonly Piece[], widths: readonly number[], page: Page): string => {
  let used = 0;
  const parts = row.map(({ symbol, words, ink }, index) => {
    const isLast = index === row.length - 1;
    const room = (isLast ? page.options.width - used : (widths[index] ?? 0)) - (symbol === '' ? 0 : 2);
    const shown = cut(words, Math.max(0, room));
    used += (widths[index] ?? 0) + 2;
    const inked = ink === null ? shown : page.paint(ink, shown);
    const text = symbol === '' ? inked : `${symbol} ${inked}`;
    return isLast ? text : pad(text, widths[index] ?? 0);
  });
  return parts.join('  ').trimEnd();
};
