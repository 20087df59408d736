/** "2026-11-23 08:00 UTC" of milliseconds since 1970; the number itself where no calendar has it. */
export const timeWords = (timestamp: number): string => {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime())
    ? `${timestamp} ms`
    : `${date.toISOString().slice(0, 16).replace('T', ' ').replace(/^\+0*/, '')} UTC`;
};
