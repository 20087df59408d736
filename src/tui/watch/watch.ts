import { safeReport } from '../../render/safe-report.js';
import { type Change, changesBetween } from '../../report/changes.js';
import type { Report } from '../../report/report.js';

/** Everything that the screen of a watch draws. */
export interface Watch {
  /** Of the last run, safe to show; null before the first is over. */
  readonly report: Report | null;
  readonly runs: number;
  /** When the first run began, ISO 8601. */
  readonly since: string;
  /** Newest first. */
  readonly log: readonly Logged[];
  /** When the next run begins, ISO 8601; null while one goes on. */
  readonly nextAt: string | null;
}

/** What changed, and when that was seen. */
export interface Logged {
  readonly at: string;
  readonly change: Change;
}

export type WatchEvent =
  | { readonly type: 'started' }
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'waiting'; readonly nextAt: string };

export const noWatch: Watch = { report: null, runs: 0, since: '', log: [], nextAt: null };

/** The only place where the watch's data changes. Pure. */
export const watch = (state: Watch, event: WatchEvent): Watch => {
  if (event.type === 'started') return { ...state, nextAt: null };
  if (event.type === 'waiting') return { ...state, nextAt: event.nextAt };
  const report = safeReport(event.report);
  const changes = state.report === null ? [] : changesBetween(state.report, report);
  const logged = changes.map((change) => ({ at: report.observedAt, change }));
  return {
    ...state,
    report,
    runs: state.runs + 1,
    since: state.since === '' ? report.observedAt : state.since,
    log: [...logged, ...state.log].slice(0, MAX_LOGGED),
  };
};

/** More than any screen shows, and little enough for a week. */
const MAX_LOGGED = 500;
