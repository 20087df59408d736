import { STEPS, type StepId, type WalkStep } from '../facts/federation.js';

/** The record of a walk. Steps are noted in the order of the specification, each once. */
export interface Trace {
  taken(step: StepId, because: string): void;
  notTaken(step: StepId, because: string): void;
  /** Notes every step that has not been noted up to `last`. */
  skipTo(last: StepId, because: string): void;
  readonly steps: readonly WalkStep[];
}

export const startTrace = (onStep: (step: WalkStep) => void): Trace => {
  const steps: WalkStep[] = [];
  const note = (step: StepId, taken: boolean, because: string): void => {
    const noted = { step, taken, because };
    steps.push(noted);
    onStep(noted);
  };
  return {
    steps,
    taken: (step, because) => note(step, true, because),
    notTaken: (step, because) => note(step, false, because),
    skipTo: (last, because) => {
      for (const step of STEPS.slice(steps.length, STEPS.indexOf(last) + 1)) note(step, false, because);
    },
  };
};
