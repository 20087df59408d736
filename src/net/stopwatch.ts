/** Starts measuring (monotonic); the result gives the milliseconds since then, with one decimal. */
export const startStopwatch = (): (() => number) => {
  const start = performance.now();
  return () => Math.round((performance.now() - start) * 10) / 10;
};
