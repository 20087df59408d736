import { renderers } from '../../render/index.js';
import { changeLines } from '../../render/text/change-lines.js';
import { clockTime } from '../../render/text/clock-time.js';
import { openPage } from '../../render/text/page.js';
import { changesBetween } from '../../report/changes.js';
import type { Report } from '../../report/report.js';
import { hasSecondScreen } from '../has-second-screen.js';
import type { Io } from '../io.js';
import { width } from '../options/output.js';
import type { Tell } from '../with-live-screen.js';
import type { CheckPlan } from './check-plan.js';

/** How one run after the other is shown. */
export interface WatchView {
  /** Hears what a run tells while it goes on; absent where nobody would see it. */
  readonly tell?: Tell;
  add(report: Report): Promise<void>;
  /** A message for stderr. */
  trouble(text: string): Promise<void>;
  /** Nothing goes on for so many milliseconds. */
  readonly waiting: (milliseconds: number) => void;
  close(): Promise<void>;
}

/** A screen at a terminal; there without a screen, what changed as text; else a line for each run. `stop`: the user has seen enough. */
export const openWatchView = async (
  plan: CheckPlan,
  intervalMs: number,
  io: Io,
  stop: () => void,
): Promise<WatchView> => {
  const { output } = plan;
  if (output.screen && io.terminal !== undefined) return screenView(plan, intervalMs, io, io.terminal, stop);
  return io.stdout.isTTY && !output.json && !output.quiet ? textView(plan, io) : lineView(plan, io);
};

const screenView = async (
  { output }: CheckPlan,
  intervalMs: number,
  io: Io,
  terminal: NonNullable<Io['terminal']>,
  stop: () => void,
): Promise<WatchView> => {
  const { openWatchScreen } = await import('../../tui/watch/open-watch-screen.js');
  const screen = openWatchScreen({ ...terminal, hasSecondScreen: hasSecondScreen(io.env) }, output.text, intervalMs, {
    onInterrupt: io.interrupt,
    onLeave: stop,
  });
  let last: Report | undefined;
  const troubles = new Set<string>();
  return {
    tell: screen.tell,
    add: async (report) => {
      last = report;
      screen.add(report);
    },
    trouble: async (text) => void troubles.add(text),
    waiting: (milliseconds) => screen.waiting(new Date(Date.now() + milliseconds)),
    close: async () => {
      await screen.close();
      // The terminal may have another size by now.
      if (last !== undefined) await io.stdout.write(renderers.text(last, { ...output.text, width: width(io) }));
      for (const text of troubles) await io.stderr.write(text);
    },
  };
};

/** The whole report once, and from then on what changed and when. */
const textView = ({ output }: CheckPlan, io: Io): WatchView => {
  let last: Report | undefined;
  const page = openPage(output.text);
  return {
    add: async (report) => {
      const lines = last === undefined ? [] : changeLines(changesBetween(last, report), page);
      const words = lines.length === 0 ? '' : ['', page.heading(clockTime(report.observedAt)), ...lines, ''].join('\n');
      await io.stdout.write(last === undefined ? renderers.text(report, output.text) : words);
      last = report;
    },
    trouble: (text) => io.stderr.write(text),
    waiting: () => {},
    close: async () => {},
  };
};

const lineView = ({ output }: CheckPlan, io: Io): WatchView => {
  const render = renderers[output.quiet && !output.json ? 'quiet' : 'ndjson'];
  return {
    add: (report) => io.stdout.write(render(report, output.text)),
    trouble: (text) => io.stderr.write(text),
    waiting: () => {},
    close: async () => {},
  };
};
