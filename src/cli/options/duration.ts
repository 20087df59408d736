import { UsageError } from '../usage-error.js';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** What a time may be: milliseconds for comparing, words for people; and examples of it. */
export interface DurationRange {
  readonly shortest: readonly [milliseconds: number, words: string];
  readonly longest: readonly [milliseconds: number, words: string];
  readonly examples: string;
}

/** `10s`, `500ms`, `2m`, `1.5s`, `1h` -> milliseconds. A bare number is refused: some programs mean seconds by it, others milliseconds. */
export const parseDuration = (option: string, text: string, { shortest, longest, examples }: DurationRange): number => {
  const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text) ?? [];
  if (amount === undefined) {
    const hint = /^\d+$/.test(text) ? `; did you mean ${text}s?` : '';
    throw new UsageError(`--${option} ${text}: expected a number with its unit, such as ${examples}${hint}`);
  }
  const milliseconds = Math.round(Number(amount) * UNITS[unit as keyof typeof UNITS]);
  if (milliseconds < shortest[0] || milliseconds > longest[0]) {
    throw new UsageError(`--${option} ${text}: expected between ${shortest[1]} and ${longest[1]}`);
  }
  return milliseconds;
};
