import type { WalkStep } from '../../facts/federation.js';
import { STEP_WORDS } from '../vocabulary.js';

/** One line of the walk. */
export interface WalkRow {
  /** "3.2", or "3.3-3.5". */
  readonly steps: string;
  /** Empty where several steps share the line. */
  readonly question: string;
  readonly because: string;
  readonly taken: boolean;
  readonly first: WalkStep['step'];
}

/** Steps that were passed over for one reason share a line, unless `each` is to have its own. */
export const walkRows = (walk: readonly WalkStep[], each: boolean): readonly WalkRow[] => {
  const runs: WalkStep[][] = [];
  for (const next of walk) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const joins = !each && !next.taken && before?.taken === false && before.because === next.because && isSkipped(next);
    if (joins) run?.push(next);
    else runs.push([next]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { because, taken } = first;
    return first === last
      ? [{ steps: first.step, question: STEP_WORDS[first.step], because, taken, first: first.step }]
      : [{ steps: `${first.step}-${last.step}`, question: '', because, taken, first: first.step }];
  });
};

/** Several steps can say "no", each of its own question. */
const isSkipped = ({ because }: WalkStep): boolean => because !== 'no';
