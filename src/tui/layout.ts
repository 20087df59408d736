import { STEPS, type StepId } from '../facts/federation.js';
import { type WalkRow, walkRows } from '../render/text/walk-rows.js';
import type { EndpointProgress, Place, Progress } from './progress.js';

/** What of the progress there is room for. */
export interface Layout {
  readonly walk: readonly WalkRow[];
  /** The step that is being looked at; null before the first event and once the walk is over. */
  readonly current: StepId | null;
  /** Those that have endpoints. */
  readonly sections: readonly Section[];
  /** Whether blocks are set apart by an empty line. */
  readonly airy: boolean;
}

/** The endpoints of one kind. */
export interface Section {
  readonly place: Place;
  readonly shown: readonly EndpointProgress[];
  /** There was no room for them. */
  readonly hidden: readonly EndpointProgress[];
}

/** Below so many rows nothing fits. */
export const MIN_ROWS = 8;

/** Header and status line. */
const FIXED_ROWS = 2;
const PLACES: readonly Place[] = ['server', 'file', 'homeserver'];

/**
 * Chooses what to draw in `rows` rows, which are never exceeded (from MIN_ROWS on). What goes first: the empty lines; then the rows of steps that were not
 * taken, and the first ones of those that were, as far as the tables need their room; then endpoints, which are counted.
 */
export const layOut = (progress: Progress, rows: number): Layout => {
  const current = currentStep(progress);
  const walk = walkRows(progress.steps, false);
  const filled = PLACES.map((place) => ({ place, endpoints: progress.endpoints[place] })).filter(
    ({ endpoints }) => endpoints.length > 0,
  );
  const walkHeight = (current === null ? 0 : 1) + walk.length;
  const tables = filled.reduce((sum, { endpoints }) => sum + 1 + endpoints.length, 0);
  const blanks = 2 + filled.length;
  const room = rows - FIXED_ROWS;
  if (walkHeight + tables <= room) {
    const sections = filled.map(({ place, endpoints }) => ({ place, shown: endpoints, hidden: [] }));
    return { walk, current, sections, airy: walkHeight + tables + blanks <= room };
  }

  const below = current === null ? 0 : 1;
  const steps = lastRows(walk, Math.max(1, room - tables - below));
  return { walk: steps, current, sections: share(filled, room - steps.length - below), airy: false };
};

/** As many rows as there is room for, taken steps before others, in their order. */
const lastRows = (walk: readonly WalkRow[], count: number): readonly WalkRow[] => {
  const kept = new Set(walk.filter(({ taken }) => taken).slice(-count));
  for (const row of walk.toReversed()) if (kept.size < count) kept.add(row);
  return walk.filter((row) => kept.has(row));
};

/** The one after the last that was settled, since they are settled in order. */
const currentStep = ({ input, steps, durationMs }: Progress): StepId | null =>
  input === '' || durationMs !== null ? null : (STEPS[steps.length] ?? null);

interface Filled {
  readonly place: Place;
  readonly endpoints: readonly EndpointProgress[];
}

/**
 * Each table has a heading and, where it is cut, a line that says how many more there are. The longest one is cut first. Where there is less than no
 * room, none is left.
 */
const share = (tables: readonly Filled[], room: number): readonly Section[] => {
  const heights = tables.map(({ endpoints }) => endpoints.length + 1);
  while (heights.reduce((sum, height) => sum + height, 0) > Math.max(0, room)) {
    const longest = heights.lastIndexOf(Math.max(...heights));
    heights[longest] = (heights[longest] ?? 0) - 1;
  }
  return tables.flatMap(({ place, endpoints }, index) => {
    const height = heights[index] ?? 0;
    if (height < 2) return [];
    const count = endpoints.length < height ? endpoints.length : height - 2;
    return [{ place, shown: endpoints.slice(0, count), hidden: endpoints.slice(count) }];
  });
};
