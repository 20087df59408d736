import { STEPS, type StepId, type WalkStep } from '../facts/federation.js';
import type { EndpointProgress, Progress } from './progress.js';

/** What of the progress there is room for. */
export interface Layout {
  readonly steps: readonly WalkStep[];
  /** The step that is being looked at; null before the first event and once the walk is over. */
  readonly current: StepId | null;
  readonly servers: Shown;
  readonly clients: Shown;
  /** Whether blocks are set apart by an empty line. */
  readonly airy: boolean;
}

interface Shown {
  readonly endpoints: readonly EndpointProgress[];
  /** How many there was no room for. */
  readonly more: number;
}

/** Header and status line. */
const FIXED_ROWS = 2;

/**
 * Chooses what to draw in `rows` rows, which are never exceeded (from 6 rows on): first the empty lines go, then steps that were not taken,
 * then endpoints beyond what fits, which are counted.
 */
export const layOut = (progress: Progress, rows: number): Layout => {
  const current = currentStep(progress);
  const walkRows = (steps: readonly WalkStep[]): number => steps.length + (current === null ? 0 : 1);
  const tableRows = (endpoints: readonly EndpointProgress[]): number =>
    endpoints.length === 0 ? 0 : endpoints.length + 1;
  const tables = tableRows(progress.servers) + tableRows(progress.clients);
  const blanks = 2 + (progress.servers.length > 0 ? 1 : 0) + (progress.clients.length > 0 ? 1 : 0);
  const all = FIXED_ROWS + walkRows(progress.steps) + tables;

  const airy = all + blanks <= rows;
  if (airy || all <= rows)
    return { steps: progress.steps, current, servers: whole(progress.servers), clients: whole(progress.clients), airy };

  const taken = progress.steps.filter((step) => step.taken);
  const roomForSteps = Math.max(1, Math.min(taken.length, rows - FIXED_ROWS - tables - (current === null ? 0 : 1)));
  const steps = taken.slice(-roomForSteps);
  const room = rows - FIXED_ROWS - walkRows(steps);
  const [servers, clients] = share(progress.servers, progress.clients, room);
  return { steps, current, servers, clients, airy: false };
};

/** The one after the last that was settled, since they are settled in order. */
const currentStep = ({ input, steps, durationMs }: Progress): StepId | null =>
  input === '' || durationMs !== null ? null : (STEPS[steps.length] ?? null);

const whole = (endpoints: readonly EndpointProgress[]): Shown => ({ endpoints, more: 0 });

/** Each table has a heading and, where it is cut, a line that says how many more there are. */
const share = (
  servers: readonly EndpointProgress[],
  clients: readonly EndpointProgress[],
  room: number,
): readonly [Shown, Shown] => {
  const half = Math.floor(room / 2);
  const forClients = Math.min(clients.length === 0 ? 0 : clients.length + 1, Math.max(half, room - servers.length - 1));
  return [cut(servers, room - forClients), cut(clients, forClients)];
};

const cut = (endpoints: readonly EndpointProgress[], rows: number): Shown => {
  if (endpoints.length + 1 <= rows) return whole(endpoints);
  const fitting = Math.max(0, rows - 2);
  return { endpoints: endpoints.slice(0, fitting), more: endpoints.length - fitting };
};
