import { Box } from 'ink';
import { safeText } from '../../render/safe-text.js';
import { openPage } from '../../render/text/page.js';
import { cut } from '../cut.js';
import { useElapsed } from '../hooks/use-elapsed.js';
import { useProgress } from '../hooks/use-progress.js';
import { useTerminalSize } from '../hooks/use-terminal-size.js';
import { layOut, MIN_ROWS } from '../layout.js';
import { spinnerAt } from '../spinner.js';
import type { ProgressStore } from '../store.js';
import { Endpoints } from './endpoints.js';
import { Line } from './line.js';
import { StatusLine } from './status-line.js';
import { Walk } from './walk.js';

/** How what is drawn may look. */
export interface ScreenLook {
  readonly colour: boolean;
  readonly unicode: boolean;
}

interface LiveScreenProps {
  readonly store: ProgressStore;
  readonly look: ScreenLook;
  /** What keys do. */
  readonly hint: string;
}

/** One run while it goes on: the walk, the addresses at its end, how clients find it, and what is still awaited. */
export const LiveScreen = ({ store, look, hint }: LiveScreenProps) => {
  const progress = useProgress(store);
  const { columns, rows } = useTerminalSize();
  const elapsedMs = useElapsed(progress.durationMs === null);
  // A line that ends at the edge would leave the cursor in doubt, and so would a frame as tall as the terminal.
  const width = columns - 1;
  const status = <StatusLine progress={progress} elapsedMs={elapsedMs} keys={hint} />;
  if (rows - 1 < MIN_ROWS) return status;
  const page = openPage({ ...look, width, verbose: false });
  const { walk, current, sections, airy } = layOut(progress, rows - 1);
  const spinner = page.paint('cyan', spinnerAt(elapsedMs, look.unicode));
  const pen = { page, spinner, observedAt: progress.observedAt };
  const blank = airy ? <Line> </Line> : null;
  return (
    <Box flexDirection="column" width={width}>
      <Line>{page.heading(cut(`Checking ${safeText(progress.input, MAX_NAME)}`, width))}</Line>
      {blank}
      <Walk rows={walk} current={current} pen={pen} />
      <Endpoints sections={sections} airy={airy} pen={pen} />
      {blank}
      {status}
    </Box>
  );
};

const MAX_NAME = 300;
