import { changeLead, changeWords } from '../../render/text/change-lines.js';
import { clockTime } from '../../render/text/clock-time.js';
import type { Page } from '../../render/text/page.js';
import type { Report } from '../../report/report.js';
import { rowLine } from '../browse/row-lines.js';
import type { Watch } from './watch.js';

/** What is wrong, the endpoints, and what changed, in no more than `rows` lines: the changes get at least half of them. Lines may be longer than the page is wide. */
export const watchLines = (state: Watch & { readonly report: Report }, rows: number, page: Page): readonly string[] => {
  const { report } = state;
  const wrong = report.findings
    .filter(({ outcome }) => outcome === 'fail')
    .map((finding) =>
      rowLine({ kind: 'entry', index: 0, entry: { kind: 'finding', finding, mark: null } }, false, page),
    );
  const endpoints = report.federation.destinations.map((destination) =>
    rowLine({ kind: 'entry', index: 0, entry: { kind: 'endpoint', destination, mark: null } }, false, page),
  );
  const half = Math.floor(rows / 2);
  const first = block('Findings', wrong, half, page);
  const second = block('Endpoints of the federation', endpoints, half - first.length, page);
  return [...first, ...second, ...changesBlock(state, rows - first.length - second.length, page)];
};

/** A heading and what there is room for, with an empty line after it; nothing where there is no room for one. */
const block = (title: string, lines: readonly string[], rows: number, page: Page): readonly string[] => {
  if (lines.length === 0 || rows < 3) return [];
  const room = rows - 2;
  const fits = lines.length <= room;
  const shown = fits ? lines : lines.slice(0, room - 1);
  return [
    page.heading(`${title} (${lines.length})`),
    ...shown,
    ...(fits ? [] : [`  + ${lines.length - shown.length} more`]),
    '',
  ];
};

const changesBlock = ({ log, since }: Watch, rows: number, page: Page): readonly string[] => {
  const lines = log.map(({ at, change }) => `  ${clockTime(at)} ${changeLead(change, page)} ${changeWords(change)}`);
  const shown = lines.slice(0, Math.max(0, rows - 1));
  const none = shown.length === 0 && log.length === 0 && rows > 1 ? ['  none so far'] : [];
  return rows < 1 ? [] : [page.heading(`Changes since ${clockTime(since)} (${log.length})`), ...shown, ...none];
};
