import { AREAS, type Side } from '../checks/area.js';
import { blindness } from '../facts/blindness.js';
import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import { clientOutOfReach, clientSection } from './client-report.js';
import { count } from './counts.js';
import { destinationReport } from './destination-report.js';
import { worstFirst } from './findings.js';
import { isAskedFor, sideOutcome, worstOutcome } from './outcome.js';
import type { ClientReport, FederationReport, Finding, Outcome, Report } from './report.js';
import { reportedServerName } from './reported-server-name.js';
import { settingReport } from './setting-report.js';
import { signingKeysReport } from './signing-keys-report.js';
import { srvReport } from './srv-report.js';
import { clientSummary, federationSummary, type Unjudged } from './summary.js';
import { supportReport } from './support-report.js';
import { NO_WELL_KNOWN, wellKnownReport } from './well-known-report.js';

/** Puts what was seen and what was found together. The sides that were asked for are those with findings. */
export const composeReport = (facts: Facts, unordered: readonly Finding[]): Report => {
  const findings = worstFirst(unordered);
  const federation = federationReport(facts, findings);
  const client = clientReport(facts, findings);
  const supportOutcome = sideOutcome('support', findings, blindness(facts) === null);
  return {
    schemaVersion: 1,
    tool: facts.tool,
    observedAt: facts.observedAt,
    durationMs: facts.durationMs,
    input: facts.input.typed,
    serverName: reportedServerName(facts),
    outcome: wholeOutcome(findings, [
      ['name', sideOutcome('name', findings, true)],
      ['federation', federation.outcome],
      ['client', client.outcome],
      ['support', supportOutcome],
    ]),
    federation,
    client,
    support: supportReport(facts, supportOutcome),
    setting: settingReport(facts.setting),
    findings,
    counts: count(findings),
  };
};

/** A support file that could not be looked at is no doubt about the server, unless nothing else was asked for. */
const wholeOutcome = (findings: readonly Finding[], sides: readonly (readonly [Side, Outcome])[]): Outcome => {
  const asked = sides.filter(([side]) => isAskedFor(side, findings));
  const counted = asked.filter(([side, outcome]) => side !== 'support' || outcome !== 'unknown');
  return worstOutcome((counted.length > 0 ? counted : asked).map(([, outcome]) => outcome));
};

const federationReport = (facts: Facts, findings: readonly Finding[]): FederationReport => {
  const seen = seenValue(facts.federation);
  const destinations = (seen?.endpoints ?? []).map((endpoint) => destinationReport(endpoint, facts));
  const unjudged = whyUnjudged('federation', facts, findings);
  const outcome = sideOutcome('federation', findings, unjudged === null && !outOfReach(destinations, findings));
  return {
    outcome,
    summary: federationSummary(
      outcome,
      destinations,
      ofSide('federation', findings),
      unjudged,
      facts.setting.overrides.connectTo,
    ),
    step: seen?.step ?? null,
    walk: seen?.walk ?? [],
    wellKnown: seen === undefined ? NO_WELL_KNOWN : wellKnownReport(seen, facts.observedAt),
    srv: seen === undefined ? [] : srvReport(seen, seenValue(facts.survey)),
    destinations,
    signingKeys: seen === undefined ? null : signingKeysReport(seen.endpoints, facts),
  };
};

const clientReport = (facts: Facts, findings: readonly Finding[]): ClientReport => {
  const section = clientSection(facts);
  const unjudged = whyUnjudged('client', facts, findings);
  const outcome = sideOutcome('client', findings, unjudged === null && !clientOutOfReach(facts));
  return { outcome, summary: clientSummary(outcome, section, ofSide('client', findings), unjudged), ...section };
};

const whyUnjudged = (side: 'federation' | 'client', facts: Facts, findings: readonly Finding[]): Unjudged => {
  if (!isAskedFor(side, findings)) return 'not asked for';
  if (facts.input.reading.kind === 'invalid') return 'not tested, since this is not a server name';
  const blind = blindness(facts);
  if (blind !== null) return `could not be judged from here: ${blind}`;
  const observation = facts[side];
  if (observation.kind === 'skipped') return `not tested: ${observation.because}`;
  if (!isCutOff(side, facts, findings)) return null;
  return facts.setting.interrupted
    ? 'the run was interrupted before everything was seen'
    : `the time of this run was over before everything was seen; --timeout gives it more than ${facts.setting.timeoutMs / 1000} s`;
};

/** The run ended before something was seen that could have been an error. What was cut off is not the server's silence. */
const isCutOff = (side: Side, facts: Facts, findings: readonly Finding[]): boolean =>
  (facts.setting.timedOut || facts.setting.interrupted) &&
  ofSide(side, findings).some(({ outcome, severity }) => outcome === 'not-tested' && severity === 'error');

/** Destinations are there, but this machine has no route to any: what was found on the way says nothing about them. */
const outOfReach = (destinations: FederationReport['destinations'], findings: readonly Finding[]): boolean =>
  destinations.length > 0 &&
  destinations.every(({ outcome }) => outcome === 'unknown') &&
  findings.some(({ area }) => ENDPOINT_AREAS.has(area));

const ENDPOINT_AREAS: ReadonlySet<string> = new Set(['connection', 'tls', 'federation', 'keys']);

const ofSide = (side: Side, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ area }) => AREAS[area] === side);
