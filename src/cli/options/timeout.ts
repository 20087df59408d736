import { UsageError } from '../usage-error.js';

const UNITS = { ms: 1, s: 1000, m: 60_000 } as const;
const LONGEST_MS = 600_000;
const SHORTEST_MS = 100;

/** `10s`, `500ms`, `2m`, `1.5s` -> milliseconds. A bare number is refused: some programs mean seconds by it, others milliseconds. */
export const parseTimeout = (text: string): number => {
  const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text) ?? [];
  if (amount === undefined) {
    const hint = /^\d+$/.test(text) ? `; did you mean ${text}s?` : '';
    throw new UsageError(`--timeout ${text}: expected a number with its unit, such as 10s, 500ms or 2m${hint}`);
  }
  const milliseconds = Math.round(Number(amount) * UNITS[unit as keyof typeof UNITS]);
  if (milliseconds < SHORTEST_MS || milliseconds > LONGEST_MS) {
    throw new UsageError(`--timeout ${text}: expected between ${SHORTEST_MS}ms and ${LONGEST_MS / 60_000}m`);
  }
  return milliseconds;
};
