import { Box } from 'ink';
import { useSyncExternalStore } from 'react';
import { openPage } from '../../../render/text/page.js';
import { Line } from '../../components/line.js';
import type { Store } from '../../create-store.js';
import type { ProgressStore } from '../../store.js';
import type { BrowseEvent } from '../browse.js';
import { type Browse, listRows, textLines } from '../browse-state.js';
import { entriesOf } from '../entries.js';
import { roomOf } from '../room.js';
import { rowLine } from '../row-lines.js';
import { Footer } from './footer.js';
import { Header } from './header.js';

interface BrowseScreenProps {
  readonly store: Store<Browse, BrowseEvent>;
  /** Of the run that goes on. */
  readonly progress: ProgressStore;
}

/** A report to move about in: its head, as much of the list or of a text as there is room for, and a last line. */
export const BrowseScreen = ({ store, progress }: BrowseScreenProps) => {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { header, body, footer } = roomOf(state.size);
  const width = Math.max(1, state.size.columns - 1);
  const page = openPage({ ...state.look, width, verbose: false });
  const [lines, place] = state.view === 'list' ? listOf(state, body, page) : textOf(state, body);
  return (
    <Box flexDirection="column" width={width}>
      <Header report={state.report} rows={header} page={page} />
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Line key={row}>{line === '' ? ' ' : line}</Line>
      ))}
      {footer === 0 ? null : <Footer state={state} place={place} store={progress} />}
    </Box>
  );
};

/** Lines that fit, and where in all of them they are. */
type Part = readonly [lines: readonly string[], place: string];

const listOf = (state: Browse, body: number, page: ReturnType<typeof openPage>): Part => {
  const rows = listRows(state);
  const count = entriesOf(rows).length;
  if (count === 0) return [['Nothing here holds these words'], '0 of 0'];
  const lines = rows
    .slice(state.top, state.top + body)
    .map((row) => rowLine(row, row.kind === 'entry' && row.index === state.selected, page));
  return [lines, `${state.selected + 1} of ${count}`];
};

const textOf = (state: Browse, body: number): Part => {
  const lines = textLines(state);
  const shown = lines.slice(state.scroll, state.scroll + body);
  return [shown, `lines ${state.scroll + 1} to ${state.scroll + shown.length} of ${lines.length}`];
};
