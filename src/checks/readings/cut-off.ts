import type { Facts } from '../../facts/facts.js';

/** Why a silence says nothing of the target: the whole run ended, and what was under way was cut off. null where it did not. */
export const cutOff = ({ setting }: Facts): string | null => {
  if (setting.interrupted) return 'cut off, since the run was interrupted';
  return setting.timedOut ? `cut off by the time limit of this run (${setting.timeoutMs / 1000} s; --timeout)` : null;
};
