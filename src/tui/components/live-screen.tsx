import { Box } from 'ink';
import { safeText } from '../../render/safe-text.js';
import { openPage } from '../../render/text/page.js';
import { CLIENT_LAYERS, clientCells, SERVER_LAYERS, serverCells } from '../endpoint-cells.js';
import { useElapsed } from '../hooks/use-elapsed.js';
import { useProgress } from '../hooks/use-progress.js';
import { useTerminalSize } from '../hooks/use-terminal-size.js';
import { layOut } from '../layout.js';
import type { EndpointProgress } from '../progress.js';
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

/** One run while it goes on: the walk, the addresses at its end, how clients find it, and what is still awaited. */
export const LiveScreen = ({
  store,
  look,
  hint,
}: {
  readonly store: ProgressStore;
  readonly look: ScreenLook;
  readonly hint: string;
}) => {
  const progress = useProgress(store);
  const { columns, rows } = useTerminalSize();
  const elapsedMs = useElapsed(progress.durationMs === null);
  const page = openPage({ ...look, width: columns - 1, verbose: false });
  const { steps, current, servers, clients, airy } = layOut(progress, rows - 1);
  const spinner = spinnerAt(elapsedMs, look.unicode);
  const shared = { spinner, page };
  const blank = airy ? <Line> </Line> : null;
  return (
    <Box flexDirection="column" width={columns - 1}>
      <Line>{page.heading(safeText(progress.input, 200))}</Line>
      {blank}
      <Walk steps={steps} current={current} {...shared} />
      {servers.endpoints.length > 0 ? blank : null}
      <Endpoints
        title="Servers reach it at"
        layers={SERVER_LAYERS}
        cellsOf={(endpoint: EndpointProgress) => serverCells(endpoint, progress.observedAt)}
        {...servers}
        {...shared}
      />
      {clients.endpoints.length > 0 ? blank : null}
      <Endpoints
        title="Clients ask"
        layers={CLIENT_LAYERS}
        cellsOf={(endpoint: EndpointProgress) => clientCells(endpoint, progress.observedAt)}
        {...clients}
        {...shared}
      />
      {blank}
      <StatusLine progress={progress} elapsedMs={elapsedMs} keys={hint} />
    </Box>
  );
};

const spinnerAt = (elapsedMs: number, unicode: boolean): string => {
  const frames = unicode ? ['\u25d0', '\u25d3', '\u25d1', '\u25d2'] : ['|', '/', '-', '\\'];
  return frames[Math.floor(elapsedMs / 250) % frames.length] ?? '';
};
