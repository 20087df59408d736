import type { Facts } from '../../facts/facts.js';

/**
 * Many checks read the same answer, and reading one can mean to verify signatures. Facts never change, so what was read of a part of them is kept
 * for as long as they live. `read` must be pure.
 */
export const readOnce = <Part extends object, Reading>(
  read: (part: Part, facts: Facts) => Reading,
): ((part: Part, facts: Facts) => Reading) => {
  const known = new WeakMap<Facts, WeakMap<Part, { readonly reading: Reading }>>();
  return (part, facts) => {
    const ofFacts = known.get(facts) ?? new WeakMap<Part, { readonly reading: Reading }>();
    known.set(facts, ofFacts);
    const kept = ofFacts.get(part) ?? { reading: read(part, facts) };
    ofFacts.set(part, kept);
    return kept.reading;
  };
};
