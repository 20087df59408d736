import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import type { SurveyFacts } from '../../facts/survey.js';
import { failureWords } from '../../facts/words/failure-words.js';
import type { Check } from '../check.js';
import { notTested, type Verdict } from '../verdict.js';
import { whereFederationSeen } from './where-federation-seen.js';

/** Judges what a resolver never looks at; not-tested where that was not looked at. */
export const whereSurveySeen = (
  judge: (survey: SurveyFacts, federation: FederationFacts, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereFederationSeen((federation, facts) => {
    const { survey } = facts;
    if (survey.kind === 'skipped') return [notTested(survey.because)];
    if (survey.kind === 'failed') return [notTested(failureWords(survey.failure))];
    return judge(survey.value, federation, facts);
  });
