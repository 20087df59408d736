import { blindness } from '../facts/blindness.js';
import type { Destination } from '../facts/destination.js';
import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import type { ExitCode } from './exit-code.js';
import type { FederationReport, Report, WellKnownReport } from './report.js';
import { reportedServerName } from './reported-server-name.js';
import { srvReport } from './srv-report.js';
import { NO_WELL_KNOWN, wellKnownReport } from './well-known-report.js';

/** Only the walk: what `matrix-discovery resolve --json` prints. Its members mean what they mean in the report. */
export interface ResolutionReport
  extends Pick<Report, 'schemaVersion' | 'tool' | 'observedAt' | 'durationMs' | 'input' | 'serverName'> {
  readonly step: FederationReport['step'];
  readonly walk: FederationReport['walk'];
  readonly wellKnown: WellKnownReport;
  readonly srv: FederationReport['srv'];
  /** As in the report, without what was seen there: nothing was asked of them. */
  readonly destinations: readonly Destination[];
  /** Why there are no destinations; null where there are. */
  readonly because: string | null;
  /** Nobody could tell from here. */
  readonly blind: boolean;
}

export const resolutionReport = (facts: Facts): ResolutionReport => {
  const seen = seenValue(facts.federation);
  const destinations = seen?.destinations ?? [];
  return {
    schemaVersion: 1,
    tool: facts.tool,
    observedAt: facts.observedAt,
    durationMs: facts.durationMs,
    input: facts.input.typed,
    serverName: reportedServerName(facts),
    step: seen?.step ?? null,
    walk: seen?.walk ?? [],
    wellKnown: seen === undefined ? NO_WELL_KNOWN : wellKnownReport(seen, facts.observedAt),
    srv: seen === undefined ? [] : srvReport(seen, undefined),
    destinations,
    because: destinations.length > 0 ? null : whyNone(facts),
    blind: destinations.length === 0 && isBlind(facts),
  };
};

/** 0 where there are destinations, 3 where nobody can tell from here, else 2. */
export const resolutionExitCode = ({
  destinations,
  blind,
}: Pick<ResolutionReport, 'destinations' | 'blind'>): ExitCode => {
  if (destinations.length > 0) return 0;
  return blind ? 3 : 2;
};

const isBlind = (facts: Facts): boolean =>
  facts.setting.interrupted || blindness(facts) !== null || facts.federation.kind === 'failed';

const whyNone = (facts: Facts): string => {
  const { reading } = facts.input;
  if (reading.kind === 'invalid') return `this is not a server name: ${reading.problem.message}`;
  if (facts.setting.interrupted) return 'the run was interrupted before the walk was finished';
  const federation = seenValue(facts.federation);
  const last = federation?.walk.find(({ step }) => step === federation.step) ?? federation?.walk.at(-1);
  return blindness(facts) ?? last?.because ?? 'the walk was not finished';
};
