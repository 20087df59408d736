import { inspectName } from '../../src/cli/inspect-name.js';
import { lookAndStay } from '../../src/cli/look-and-stay.js';
import { diagnose } from '../../src/diagnose.js';
import { loadScenario } from '../../src/lab/load-scenario.js';
import { mergePatch } from '../../src/lab/merge-patch.js';
import type { Scenario } from '../../src/lab/scenario.js';
import { startLab } from '../../src/lab/start-lab.js';
import { SCENARIOS } from '../facts-of.js';
import { ioAt, runAtTerminal } from './run-at-terminal.js';
import { screenSvg } from './screen-svg.js';
import type { Run } from './styled-runs.js';
import { openVirtualTerminal, type VirtualTerminal } from './virtual-terminal.js';

/** Calls `take` with a way to draw what is on the screen of the real program at that moment. */
type Photograph = (take: (picture: () => string) => Promise<void>) => Promise<void>;

const ALMOST_FOREVER_MS = 600_000;

/** A run in its middle that stays there: what is still awaited never comes, and the rest has come. */
const live: Photograph = async (take) => {
  const slow = await loadScenario('slow', SCENARIOS);
  const { federation, backup } = slow.servers;
  const keys = { routes: { '/_matrix/key/v2/server': { delayMs: ALMOST_FOREVER_MS } } };
  const held = mergePatch(slow, {
    options: { timeoutMs: ALMOST_FOREVER_MS },
    servers: {
      federation: { at: ['203.0.113.20:8449'], sites: { 'matrix.example.com': keys } },
      'federation-ipv6': { ...federation, at: ['[2001:db8::20]:8449'], tls: { delayMs: ALMOST_FOREVER_MS } },
      backup: { at: ['203.0.113.30:8449'], behaviour: 'refuse' },
      'backup-ipv6': { ...backup, at: ['[2001:db8::30]:8449'] },
    },
  }) as Scenario;
  const lab = await startLab(held);
  const terminal = openVirtualTerminal(106, 34);
  const { io } = ioAt(terminal);
  const look = { unicode: true, colour: true, width: 106, verbose: false };
  const looking = lookAndStay(
    { output: { screen: true, text: look }, mode: { kind: 'once' } },
    {
      look: async (signal, onEvent) => ({
        facts: await inspectName(held.check, lab.netOptions(), { allowPrivate: true, onEvent }, signal),
      }),
      judge: (facts) => diagnose(facts),
    },
    io,
  );
  try {
    await terminal.until(/up to v1/);
    await take(() => picture('matrix-discovery while it looks at example.com', terminal));
  } finally {
    io.interrupt();
    await looking;
    await lab.close();
  }
};

/** A finding, opened. */
const interactive: Photograph = async (take) => {
  const terminal = openVirtualTerminal(106, 36);
  const run = runAtTerminal(['demo', 'cors-twice-behind-nginx', '--interactive'], terminal);
  try {
    await terminal.until(/Enter opens/);
    terminal.type('\r');
    await terminal.until(/Esc back/);
    await take(() => picture('matrix-discovery --interactive: a finding with what to change', terminal));
  } finally {
    terminal.type('q');
    await run.code;
  }
};

/** By their names, which are those of the files. */
export const PICTURES: Readonly<Record<string, Photograph>> = { live, interactive };

/** What moves stands still, and a run takes always the same time. */
const picture = (title: string, terminal: VirtualTerminal): string => {
  const seen = terminal.rows();
  const rows = seen.slice(0, seen.findLastIndex((runs) => runs.length > 0) + 1).map(timeless);
  return screenSvg({ title, columns: 106, rows: rows.map((runs) => runs.map(resting)) });
};

const resting = (run: Run): Run => ({ ...run, text: run.text.replace(/^[\u2800-\u28ff]$/, '\u2838') });

/** The status line, whose length is that of its time. */
const timeless = (runs: readonly Run[]): readonly Run[] => {
  const [time, ...rest] = runs;
  if (time === undefined || !/^\d+\.\d s$/.test(time.text)) return runs;
  const longer = time.width - TIME.length;
  return [{ ...time, text: TIME, width: TIME.length }, ...rest.map((run) => ({ ...run, column: run.column - longer }))];
};

const TIME = '2.9 s';
