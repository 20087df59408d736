import type { Destination } from '../facts/destination.js';
import { safeText } from '../render/safe-text.js';
import type { Page } from '../render/text/page.js';
import { OUTCOME_TERMS } from '../render/vocabulary.js';
import { cut } from './cut.js';
import { type Cell, endpointCells } from './endpoint-cells.js';
import type { Section } from './layout.js';
import type { EndpointProgress, Place } from './progress.js';

/** The means of drawing that change from frame to frame, or with the terminal. */
export interface Pen {
  readonly page: Page;
  /** What moves beside what is awaited. */
  readonly spinner: string;
  readonly observedAt: string;
}

/** Of a text from elsewhere, before it is cut to the room that there is. */
export const MAX_WORDS = 100;

/** One that waits moves only if what is below it is there. */
export const symbolOf = ({ state }: Cell, before: Cell | undefined, { page, spinner }: Pen): string => {
  if (state === 'waiting') return before?.state === 'waiting' ? page.paint('dim', '.') : spinner;
  if (state === 'good') return page.symbol(OUTCOME_TERMS.pass);
  return state === 'bad' ? page.symbol(OUTCOME_TERMS.fail) : page.paint('dim', '-');
};

/** "Servers: matrix.example.com" */
export const sectionTitle = (place: Place, [first]: readonly EndpointProgress[]): string => {
  const host = safeText(first?.destination.hostHeader ?? '', MAX_WORDS);
  if (place === 'server') return `Servers: ${host}`;
  return place === 'file' ? `Client file: ${host}` : `Clients: ${host}`;
};

/** "+ 12 more: 10 ok, 1 failed, 1 waiting" */
export const moreLines = (section: Section | undefined, { page, observedAt }: Pen): readonly string[] => {
  if (section === undefined || section.hidden.length === 0) return [];
  const { place, hidden } = section;
  const states = hidden.map((endpoint) => endpointCells(place, endpoint, observedAt).map(({ state }) => state));
  const failed = states.filter((cells) => cells.includes('bad')).length;
  const waiting = states.filter((cells) => cells.includes('waiting')).length;
  const counts = [
    [hidden.length - failed - waiting, 'ok'],
    [failed, 'failed'],
    [waiting, 'waiting'],
  ] as const;
  const words = counts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ');
  return [cut(`  + ${hidden.length} more: ${words}`, page.options.width)];
};

/** "[2001:db8::10]:443" */
export const placeWords = ({ address, port }: Destination): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;
