import { safeText } from '../render/safe-text.js';
import { cut } from './cut.js';
import { endpointCells, SHORT_LAYERS } from './endpoint-cells.js';
import { MAX_WORDS, moreLines, type Pen, placeWords, sectionTitle, symbolOf } from './endpoint-words.js';
import type { Section } from './layout.js';

/** Symbols first, so that they stand below each other; in words what is wrong, else what was found last. */
export const narrowLines = (section: Section, pen: Pen): readonly string[] => {
  const { place, shown } = section;
  const { page } = pen;
  const { width } = page.options;
  const [name = ''] = sectionTitle(place, shown).split(':');
  const legend = SHORT_LAYERS[place].join(' ');
  return [
    `${page.heading(name)} ${cut(`(${legend})`, width - name.length - 1)}`,
    ...shown.map((endpoint) => {
      const cells = endpointCells(place, endpoint, pen.observedAt);
      const symbols = cells.map((cell, index) => symbolOf(cell, cells[index - 1], pen)).join(' ');
      const telling = cells.find(({ state }) => state === 'bad') ?? cells.findLast(({ words }) => words !== '');
      const words = `${placeWords(endpoint.destination)} ${safeText(telling?.words ?? '', MAX_WORDS)}`.trimEnd();
      return `  ${symbols} ${cut(words, width - 2 - 2 * cells.length)}`;
    }),
    ...moreLines(section, pen),
  ];
};
