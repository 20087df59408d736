import type { Chance } from './chance.js';

/** Something that reads what strangers send. */
export interface FuzzTarget {
  readonly name: string;
  /** CPU time that one input may take at most. */
  readonly limitMs: number;
  /** How much of the time it gets, compared with the others. */
  readonly weight: number;
  attempt(chance: Chance): Attempt;
}

/** One input, made, and what is done with it. */
export interface Attempt {
  readonly input: string | Uint8Array;
  /** Throws where the reader crashed, or gave what it must never give. Can be called again, and does the same work each time. */
  run(): void;
}

/** Throws what a run throws where the reader gave what it must never give. */
export const hold = (holds: boolean, what: string): void => {
  if (!holds) throw new Broken(what);
};

/** A promise of a reader that did not hold. */
class Broken extends Error {}
