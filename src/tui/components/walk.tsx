import type { StepId, WalkStep } from '../../facts/federation.js';
import { safeText } from '../../render/safe-text.js';
import { type Page, pad } from '../../render/text/page.js';
import { OUTCOME_TERMS, STEP_WORDS } from '../../render/vocabulary.js';
import { Line } from './line.js';

interface WalkProps {
  readonly steps: readonly WalkStep[];
  readonly current: StepId | null;
  /** What moves beside the current step. */
  readonly spinner: string;
  readonly page: Page;
}

/** The steps of the specification, each with its answer; the one that is being looked at moves. */
export const Walk = ({ steps, current, spinner, page }: WalkProps) => (
  <>
    {steps.map(({ step, taken, because }) => (
      <Line key={step}>{stepLine(mark(taken, page), step, safeText(because), page)}</Line>
    ))}
    {current === null ? null : <Line key={current}>{stepLine(spinner, current, '', page)}</Line>}
  </>
);

const mark = (taken: boolean, page: Page): string => (taken ? page.symbol(OUTCOME_TERMS.pass) : ' ');

const stepLine = (lead: string, step: StepId, because: string, page: Page): string => {
  const number = pad(step, 3);
  if (page.narrow) return `${lead} ${number} ${because === '' ? STEP_WORDS[step] : because}`;
  return `${lead} ${number} ${pad(STEP_WORDS[step], 26)} ${because}`.trimEnd();
};
