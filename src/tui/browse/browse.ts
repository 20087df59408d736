import { safeReport } from '../../render/safe-report.js';
import { type Change, changesBetween } from '../../report/changes.js';
import type { Report } from '../../report/report.js';
import type { TerminalSize } from '../hooks/use-terminal-size.js';
import { type Browse, listRows, type Notice, selectedEntry, textLines } from './browse-state.js';
import { entriesOf, entryKey } from './entries.js';
import type { Key } from './key.js';
import { press } from './press.js';
import { bodyRows } from './room.js';

export type BrowseEvent =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'resize'; readonly size: TerminalSize }
  /** Another run is over. */
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'no-report'; readonly words: string };

/** The only place where the interactive screen's data changes. Pure. */
export const browse = (state: Browse, event: BrowseEvent): Browse => {
  switch (event.type) {
    case 'key':
      return settled(press({ ...state, notice: null }, event.key));
    case 'resize':
      return settled({ ...state, size: event.size });
    case 'report':
      return settled(withReport(state, safeReport(event.report)));
    default:
      return { ...state, running: false, notice: { words: event.words, isLink: false } };
  }
};

/** In the list what changed comes into view; whoever reads details goes on reading them, if they are still there. */
const withReport = (state: Browse, report: Report): Browse => {
  const changes = changesBetween(state.report, report);
  const before = selectedEntry(state);
  const next: Browse = {
    ...state,
    report,
    changes,
    runs: state.runs + 1,
    running: false,
    notice: changesNotice(changes),
  };
  const found = entriesOf(listRows(next)).findIndex(
    (entry) => before !== undefined && entryKey(entry) === entryKey(before),
  );
  if (state.view === 'list' && changes.length > 0) return { ...next, selected: 0, top: 0 };
  if (found !== -1) return { ...next, selected: found };
  return { ...next, selected: 0, top: 0, view: state.view === 'detail' ? 'list' : state.view };
};

const changesNotice = (changes: readonly Change[]): Notice => ({
  words: changes.length === 0 ? 'nothing changed' : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`,
  isLink: false,
});

/** Everything within its range again: the selection among the entries and in view, the text not beyond its end. */
const settled = (state: Browse): Browse => {
  const rows = listRows(state);
  const selected = clamp(state.selected, entriesOf(rows).length - 1);
  const place = rows.findIndex((row) => row.kind === 'entry' && row.index === selected);
  const room = bodyRows(state.size);
  // A heading above the selection is shown with it, if there is room for both.
  const first = place > 0 && room > 1 && rows[place - 1]?.kind === 'heading' ? place - 1 : place;
  const top = Math.max(Math.min(state.top, Math.max(first, 0)), place - room + 1);
  const inRange = { ...state, selected, top: clamp(top, rows.length - room) };
  const scroll = state.view === 'list' ? 0 : clamp(state.scroll, textLines(inRange).length - room);
  return { ...inRange, scroll };
};

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
