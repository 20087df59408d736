import type { Area } from '../checks/area.js';
import type { Check, CheckId, Severity } from '../checks/check.js';
import { type Evidence, notTested, type Values, type Verdict } from '../checks/verdict.js';
import type { Facts } from '../facts/facts.js';
import { fillPlaceholders, namePlaceholders } from './placeholders.js';
import { recipeReport } from './recipe-report.js';
import type { Finding } from './report.js';

/** Judges the facts by one check. A check that throws, or says nothing, is a defect of ours: it never stops the others. */
export const findings = (check: Check, facts: Facts): readonly Finding[] =>
  evaluate(check, facts).map((verdict) => toFinding(check, verdict, facts));

/** Worst first: failed by severity, then passed, not tested, not applicable; within those in the order given. */
export const worstFirst = (unordered: readonly Finding[]): readonly Finding[] =>
  [...unordered].sort((left, right) => rank(left) - rank(right));

export const areaOf = (id: CheckId): Area => id.slice(0, id.indexOf('/')) as Area;

const evaluate = (check: Check, facts: Facts): readonly Verdict[] => {
  try {
    const verdicts = check.evaluate(facts);
    return verdicts.length > 0 ? verdicts : [notTested('internal error in this check: it gave no verdict')];
  } catch (error) {
    return [notTested(`internal error in this check: ${error instanceof Error ? error.message : String(error)}`)];
  }
};

const toFinding = (check: Check, verdict: Verdict, facts: Facts): Finding => {
  const failed = verdict.outcome === 'fail';
  const values = failed ? boundedValues(verdict.values) : {};
  const words = (text: string) => (failed ? fillPlaceholders(text, values) : namePlaceholders(text));
  return {
    id: check.id,
    area: areaOf(check.id),
    outcome: verdict.outcome,
    severity: check.severity,
    affects: check.affects,
    title: failed ? words(check.failureTitle) : check.title,
    subject: 'subject' in verdict && verdict.subject !== null ? bounded(verdict.subject) : null,
    evidence: 'evidence' in verdict ? boundedEvidence(verdict.evidence) : [],
    because: 'because' in verdict ? bounded(verdict.because) : null,
    why: words(check.why),
    fix: failed ? fillPlaceholders(check.fix, onOneLine(values)) : words(check.fix),
    recipe: failed ? recipeReport(check, verdict, facts) : null,
    spec: check.spec,
  };
};

/** What a look brings is bounded already; what a file of facts holds is not. */
const bounded = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}... (${text.length} characters)` : text;

const boundedValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bounded(value)]));

const boundedEvidence = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.slice(0, MOST_EVIDENCE).map(({ label, value }) => ({ label: bounded(label), value: bounded(value) }));

const MOST_CHARACTERS = 2000;
const MOST_EVIDENCE = 1000;

/** Line breaks in a fix are the check's own. What was seen has none, so that it cannot pass for a line of advice. */
const onOneLine = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/\s*[\r\n]+\s*/g, ' ')]));

const SEVERITY_RANK = { error: 0, warning: 1, notice: 2, info: 3 } as const satisfies Record<Severity, number>;
const OUTCOME_RANK = { fail: 0, pass: 10, 'not-tested': 20, 'not-applicable': 30 } as const satisfies Record<
  Finding['outcome'],
  number
>;

const rank = ({ outcome, severity }: Finding): number =>
  OUTCOME_RANK[outcome] + (outcome === 'fail' ? SEVERITY_RANK[severity] : 0);
