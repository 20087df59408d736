import type { Facts } from './facts.js';

/**
 * Why nothing could be judged from here: no resolver answers (not even the control question), or this machine has no network. One plain
 * sentence without a full stop; null where the network was there. A target that does not answer is not blindness.
 */
export const blindness = (facts: Facts): string | null => {
  throw new Error(`not written yet: ${facts.observedAt}`);
};
