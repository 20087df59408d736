import { safeReport } from '../../render/safe-report.js';
import type { Change } from '../../report/changes.js';
import type { Report } from '../../report/report.js';
import type { ScreenLook } from '../components/live-screen.js';
import type { TerminalSize } from '../hooks/use-terminal-size.js';
import { detailLines, detailPage } from './detail-lines.js';
import { type Entry, entriesOf, type Row, rowsOf } from './entries.js';
import { helpLines } from './help-lines.js';

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

export const listRows = ({ report, changes, filter }: Browse): readonly Row[] => rowsOf(report, changes, filter);

export const selectedEntry = (state: Browse): Entry | undefined => entriesOf(listRows(state))[state.selected];

/** What is read line by line: details or help. */
export const textLines = (state: Browse): readonly string[] => {
  const page = detailPage(state.look, state.size);
  const entry = selectedEntry(state);
  if (state.view === 'help') return helpLines(page);
  return entry === undefined ? [] : detailLines(entry, state.report, page);
};
