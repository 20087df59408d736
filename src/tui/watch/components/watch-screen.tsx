import { Box } from 'ink';
import { useSyncExternalStore } from 'react';
import { clockTime } from '../../../render/text/clock-time.js';
import { openPage } from '../../../render/text/page.js';
import { Header } from '../../browse/components/header.js';
import { roomOf } from '../../browse/room.js';
import { Line } from '../../components/line.js';
import { LiveScreen, type ScreenLook } from '../../components/live-screen.js';
import { RunningLine } from '../../components/running-line.js';
import type { Store } from '../../create-store.js';
import { useTerminalSize } from '../../hooks/use-terminal-size.js';
import type { ProgressStore } from '../../store.js';
import type { Watch, WatchEvent } from '../watch.js';
import { watchLines } from '../watch-lines.js';

interface WatchScreenProps {
  readonly store: Store<Watch, WatchEvent>;
  readonly progress: ProgressStore;
  readonly look: ScreenLook;
  /** What the last line says of keys. */
  readonly hint: string;
}

/** The first run as it goes on; then the state, and below it what changed. */
export const WatchScreen = ({ store, progress, look, hint }: WatchScreenProps) => {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const size = useTerminalSize();
  const { report, runs, nextAt } = state;
  if (report === null) return <LiveScreen store={progress} look={look} hint={hint} />;
  const { header, body, footer } = roomOf(size);
  const width = Math.max(1, size.columns - 1);
  const page = openPage({ ...look, width, verbose: false });
  const ran = `run ${runs} at ${clockTime(report.observedAt)}`;
  return (
    <Box flexDirection="column" width={width}>
      <Header report={report} rows={header} page={page} />
      {watchLines({ ...state, report }, body, page).map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Line key={row}>{line === '' ? ' ' : line}</Line>
      ))}
      {footer === 0 ? null : nextAt === null ? (
        <RunningLine store={progress} words={`run ${runs + 1}`} />
      ) : (
        <Line>{`${ran}, the next at ${clockTime(nextAt)}; ${hint}`}</Line>
      )}
    </Box>
  );
};
