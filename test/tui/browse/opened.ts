import type { Report } from '../../../src/report/report.js';
import { type BrowseEvent, browse } from '../../../src/tui/browse/browse.js';
import { type Browse, openBrowse, selectedEntry } from '../../../src/tui/browse/browse-state.js';
import { keysOf } from '../../../src/tui/browse/key.js';
import { reportFixture } from '../../render/report-fixture.js';

const LOOK = { colour: false, unicode: true, links: false };
const SIZE = { columns: 80, rows: 24 };

/** The interactive screen with a report. */
export const opened = (report: Report = reportFixture, size = SIZE): Browse => openBrowse(report, LOOK, size);

/** Text is typed as it is; `<down>` and the like are keys. */
export const press = (state: Browse, typed: string): Browse => {
  const parts = typed.match(/<[a-z-]+>|[^<]+/g) ?? [];
  return parts.flatMap(events).reduce(browse, state);
};

const events = (part: string): readonly BrowseEvent[] => {
  const named = /^<(.*)>$/.exec(part)?.[1];
  const keys = named === undefined ? keysOf(part, {}) : [{ name: named } as ReturnType<typeof keysOf>[number]];
  return keys.map((key) => ({ type: 'key', key }));
};

export const selectedId = (state: Browse): string | undefined => {
  const entry = selectedEntry(state);
  return entry?.kind === 'finding' ? entry.finding.id : entry?.kind;
};
