import type { Facts } from './facts/facts.js';
import type { Report } from './report/report.js';
import type { Selection } from './report/selection.js';

/** Judges facts by every check of the registry that `selection` lets through. Pure and synchronous. */
export const diagnose = (facts: Facts, selection?: Selection): Report => {
  throw new Error(`not written yet: ${facts.observedAt} ${selection?.only}`);
};
