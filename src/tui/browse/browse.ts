import { safeReport } from '../../render/safe-report.js';
import { type Change, changesBetween } from '../../report/changes.js';
import type { Report } from '../../report/report.js';
import type { ScreenLook } from '../components/live-screen.js';
import type { TerminalSize } from '../hooks/use-terminal-size.js';
import { detailLines, detailPage } from './detail-lines.js';
import { type Entry, entriesOf, entryKey, type Row, rowsOf } from './entries.js';
import { helpLines } from './help-lines.js';
import type { Key } from './key.js';
import { bodyRows } from './room.js';

/** Everything that the interactive screen draws, and what its user wants. */
export interface Browse {
  /** Safe to show. */
  readonly report: Report;
  /** Since the run before; empty after the first one. */
  readonly changes: readonly Change[];
  readonly runs: number;
  readonly look: ScreenLook;
  /** The terminal is known to make links of OSC 8. */
  readonly links: boolean;
  readonly size: TerminalSize;
  readonly view: 'list' | 'detail' | 'help';
  readonly filter: string;
  /** Text goes into the filter. */
  readonly typing: boolean;
  /** Which of the entries; 0 where there is none. */
  readonly selected: number;
  /** The first row of the list that is shown. */
  readonly top: number;
  /** The first line of the details, or of the help, that is shown. */
  readonly scroll: number;
  /** Another run was asked for and is not over. */
  readonly running: boolean;
  /** Said in the last line until the next key. */
  readonly notice: Notice | null;
  readonly left: 'leave' | 'interrupt' | null;
}

export interface Notice {
  readonly words: string;
  /** Where `words` are the address of a page. */
  readonly isLink: boolean;
}

export type BrowseEvent =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'resize'; readonly size: TerminalSize }
  /** Another run is over. */
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'no-report'; readonly words: string };

export const openBrowse = (
  report: Report,
  { links, ...look }: ScreenLook & { readonly links: boolean },
  size: TerminalSize,
): Browse => ({
  report: safeReport(report),
  changes: [],
  runs: 1,
  look,
  links,
  size,
  view: 'list',
  filter: '',
  typing: false,
  selected: 0,
  top: 0,
  scroll: 0,
  running: false,
  notice: null,
  left: null,
});

/** The only place where the interactive screen's data changes. Pure. */
export const browse = (state: Browse, event: BrowseEvent): Browse => {
  switch (event.type) {
    case 'key':
      return settled(pressed({ ...state, notice: null }, event.key));
    case 'resize':
      return settled({ ...state, size: event.size });
    case 'report':
      return settled(withReport(state, safeReport(event.report)));
    default:
      return { ...state, running: false, notice: { words: event.words, isLink: false } };
  }
};

export const listRows = ({ report, changes, filter }: Browse): readonly Row[] => rowsOf(report, changes, filter);

export const selectedEntry = (state: Browse): Entry | undefined => entriesOf(listRows(state))[state.selected];

/** What is read line by line: details or help. */
export const textLines = (state: Browse): readonly string[] => {
  const page = detailPage(state.look, state.size);
  const entry = selectedEntry(state);
  if (state.view === 'help') return helpLines(page);
  return entry === undefined ? [] : detailLines(entry, state.report, page);
};

const pressed = (state: Browse, key: Key): Browse => {
  if (key.name === 'interrupt') return { ...state, left: 'interrupt' };
  if (state.typing) return typed(state, key);
  if (key.name === 'text') return commanded(state, key.text);
  if (key.name === 'escape') return back(state);
  return state.view === 'list' ? movedInList(state, key) : movedInText(state, key);
};

const typed = (state: Browse, key: Key): Browse => {
  const filtered = (filter: string): Browse => ({ ...state, filter, selected: 0, top: 0 });
  switch (key.name) {
    case 'text':
      return state.filter.length < MAX_FILTER ? filtered(state.filter + key.text) : state;
    case 'backspace':
      return state.filter === '' ? { ...state, typing: false } : filtered([...state.filter].slice(0, -1).join(''));
    case 'clear':
      return filtered('');
    case 'escape':
      return { ...filtered(''), typing: false };
    case 'enter':
      return { ...state, typing: false };
    default:
      return movedInList(state, key);
  }
};

const MAX_FILTER = 60;

const commanded = (state: Browse, text: string): Browse => {
  const named = MOVES[text];
  if (named !== undefined) return pressed(state, { name: named });
  switch (text) {
    case 'q':
      return { ...state, left: 'leave' };
    case '/':
      return { ...state, view: 'list', typing: true };
    case 'r':
      return { ...state, running: true };
    case 'o':
      return { ...state, notice: link(state) };
    case '?':
      return state.view === 'help' ? back(state) : { ...state, view: 'help', scroll: 0 };
    case 'n':
    case 'p':
      return state.view === 'detail'
        ? { ...state, selected: state.selected + (text === 'n' ? 1 : -1), scroll: 0 }
        : state;
    default:
      return state;
  }
};

/** Letters that move as other keys do. */
const MOVES: Readonly<Record<string, 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'page-down'>> = {
  j: 'down',
  k: 'up',
  h: 'left',
  l: 'right',
  g: 'home',
  G: 'end',
  ' ': 'page-down',
};

const link = (state: Browse): Notice => {
  const entry = selectedEntry(state);
  if (entry?.kind === 'finding') return { words: entry.finding.spec, isLink: true };
  if (entry?.kind === 'change' && entry.change.what === 'finding')
    return { words: entry.change.finding.spec, isLink: true };
  return {
    words: entry === undefined ? 'nothing is selected' : 'this is no check: no part of the specification to show',
    isLink: false,
  };
};

/** One step back at a time: out of details or help, out of the filter, out of the screen. */
const back = (state: Browse): Browse => {
  if (state.view !== 'list') return { ...state, view: 'list' };
  return state.filter === '' ? { ...state, left: 'leave' } : { ...state, filter: '', selected: 0, top: 0 };
};

const movedInList = (state: Browse, { name }: Key): Browse => {
  const room = bodyRows(state.size);
  const to = (selected: number): Browse => ({ ...state, selected });
  switch (name) {
    case 'up':
      return to(state.selected - 1);
    case 'down':
      return to(state.selected + 1);
    case 'page-up':
      return to(state.selected - room);
    case 'page-down':
      return to(state.selected + room);
    case 'home':
      return to(0);
    case 'end':
      return to(Number.MAX_SAFE_INTEGER);
    case 'enter':
    case 'right':
      return selectedEntry(state) === undefined ? state : { ...state, view: 'detail', typing: false, scroll: 0 };
    default:
      return state;
  }
};

const movedInText = (state: Browse, { name }: Key): Browse => {
  const room = bodyRows(state.size);
  const to = (scroll: number): Browse => ({ ...state, scroll });
  switch (name) {
    case 'up':
      return to(state.scroll - 1);
    case 'down':
      return to(state.scroll + 1);
    case 'page-up':
      return to(state.scroll - room);
    case 'page-down':
      return to(state.scroll + room);
    case 'home':
      return to(0);
    case 'end':
      return to(Number.MAX_SAFE_INTEGER);
    case 'left':
    case 'backspace':
      return back(state);
    default:
      return state;
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
