import type { HttpLook } from '../../facts/http.js';
import { listWords } from '../../facts/words/list-words.js';
import { type Evidence, fail, pass, type Values, type Verdict } from '../verdict.js';

/** What is wrong at one of several places: `seen` is shown beside the place, `values` fill the texts. */
export interface PlaceFault {
  readonly values?: Values;
  readonly seen: string;
  /** The answer that has to change; for checks with a recipe. */
  readonly at?: HttpLook | null;
}

/**
 * One verdict for a fault that several places may share, so that one cause is one finding. It fails where any place has the fault: the texts
 * are filled from the first such place and `{where}` (all of them); the evidence shows what was seen at each.
 */
export const sharedVerdict = <T>(
  items: readonly T[],
  placeOf: (item: T) => string,
  faultOf: (item: T) => PlaceFault | null,
  seenOf?: (item: T) => string,
): Verdict => {
  const faulty = items.flatMap((item) => {
    const fault = faultOf(item);
    return fault === null ? [] : [{ place: placeOf(item), fault }];
  });
  const [first] = faulty;
  if (first === undefined) return pass(null, seenOf === undefined ? [] : items.map(evidenceOf(placeOf, seenOf)));
  return fail({
    values: { ...first.fault.values, where: listWords(faulty.map(({ place }) => place)) },
    evidence: faulty.map(({ place, fault }) => ({ label: place, value: fault.seen })),
    at: first.fault.at ?? null,
  });
};

const evidenceOf =
  <T>(placeOf: (item: T) => string, seenOf: (item: T) => string) =>
  (item: T): Evidence => ({ label: placeOf(item), value: seenOf(item) });
