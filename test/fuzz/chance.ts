/** Chance that can be repeated: the same seed, target and case give the same values on every machine. */
export interface Chance {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  /** True once in so many times. */
  once(inTimes: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  bytes(length: number): Buffer;
  /** So many values that `make` gives. */
  several<T>(most: number, make: () => T): T[];
}

export const chanceOf = (seed: number, target: string, run: number): Chance => {
  let state = mixed(mixed(seed ^ hash(target)) ^ run);
  // mulberry32: quick, and good enough to walk about with.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return (value ^ (value >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    once: (inTimes) => below(inTimes) === 0,
    pick: (from) => from[below(from.length)] ?? from[0],
    bytes: (length) => {
      const bytes = Buffer.alloc(length);
      for (let index = 0; index < length; index += 1) bytes[index] = next();
      return bytes;
    },
    several: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
};

const mixed = (value: number): number => {
  let bits = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
};

const hash = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum;
};
