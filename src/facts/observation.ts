import type { Failure } from './failure.js';

/**
 * One look at something: what was seen, how it failed, or why nobody looked. Never `null` for "we did not look".
 *
 * `because` finishes the sentence "not looked at, because ...".
 */
export type Observation<T> =
  | { readonly kind: 'seen'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'skipped'; readonly because: string };

export const seen = <T>(value: T): Observation<T> => ({ kind: 'seen', value });
export const failed = (failure: Failure): Observation<never> => ({ kind: 'failed', failure });
export const skipped = (because: string): Observation<never> => ({ kind: 'skipped', because });

/** The value that was seen, else undefined. */
export const seenValue = <T>(observation: Observation<T>): T | undefined =>
  observation.kind === 'seen' ? observation.value : undefined;
