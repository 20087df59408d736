import { safeText } from '../../render/safe-text.js';
import { columns, type Page } from '../../render/text/page.js';
import { OUTCOME_TERMS } from '../../render/vocabulary.js';
import type { Cell } from '../endpoint-cells.js';
import type { EndpointProgress } from '../progress.js';
import { Line } from './line.js';

interface EndpointsProps {
  readonly title: string;
  readonly layers: readonly string[];
  readonly endpoints: readonly EndpointProgress[];
  readonly more: number;
  readonly cellsOf: (endpoint: EndpointProgress) => readonly Cell[];
  readonly spinner: string;
  readonly page: Page;
}

/** One row for each address, one cell for each layer. */
export const Endpoints = ({ title, layers, endpoints, more, cellsOf, spinner, page }: EndpointsProps) => {
  if (endpoints.length + more === 0) return null;
  const rows = endpoints.map((endpoint) => ({ place: placeOf(endpoint), cells: cellsOf(endpoint), endpoint }));
  const lines = page.narrow
    ? [`${page.heading(title)}: ${layers.join(' ')}`, ...rows.map((row) => narrowLine(row, spinner, page))]
    : columns([
        [page.heading(title), ...layers],
        ...rows.map(({ place, cells, endpoint }) => [
          `  ${place} ${safeText(endpoint.destination.host, 40)}`,
          ...cells.map((cell) => `${symbolOf(cell, spinner, page)} ${safeText(cell.words, 60)}`.trimEnd()),
        ]),
      ]);
  const [heading = '', ...body] = lines;
  return (
    <>
      <Line>{heading}</Line>
      {body.map((line, index) => (
        <Line key={rows[index]?.place}>{line}</Line>
      ))}
      {more === 0 ? null : <Line>{`  + ${more} more`}</Line>}
    </>
  );
};

/** Symbols first, so that they stand below each other; in words only what is wrong. */
const narrowLine = (
  { place, cells }: { readonly place: string; readonly cells: readonly Cell[] },
  spinner: string,
  page: Page,
): string => {
  const wrong = cells.find(({ state }) => state === 'bad')?.words ?? '';
  return `  ${cells.map((cell) => symbolOf(cell, spinner, page)).join(' ')} ${place} ${safeText(wrong, 60)}`.trimEnd();
};

const placeOf = ({ destination: { address, port } }: EndpointProgress): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;

const symbolOf = ({ state }: Cell, spinner: string, page: Page): string => {
  if (state === 'waiting') return spinner;
  return state === 'blocked' ? page.paint('dim', '-') : page.symbol(OUTCOME_TERMS[state === 'good' ? 'pass' : 'fail']);
};
