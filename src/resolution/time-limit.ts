/** A limit for several waits together. Clear it when they are over: until then its timer lives. */
export interface TimeLimit {
  /** What `promise` gives, or `late` once the limit has passed. */
  race<T>(promise: Promise<T>): Promise<T | 'late'>;
  clear(): void;
}

export const startLimit = (ms: number): TimeLimit => {
  let expire: (late: 'late') => void = () => undefined;
  const late = new Promise<'late'>((resolve) => {
    expire = resolve;
  });
  const timer = setTimeout(() => expire('late'), ms);
  return {
    race: (promise) => Promise.race([promise, late]),
    clear: () => clearTimeout(timer),
  };
};
