import { expect, it } from 'vitest';
import { createByteCollector } from '../../src/net/byte-collector.js';

it('gathers chunks of any size, up to one byte below the limit', () => {
  const collector = createByteCollector(10_000);
  const parts = [0, 1, 5_000, 4_000, 998].map((length, index) => Buffer.alloc(length, index));
  for (const part of parts) expect(collector.add(part)).toBe(true);
  expect(collector.size).toBe(9_999);
  expect(collector.content()).toEqual(Buffer.concat(parts));
  expect(collector.add(Buffer.alloc(1))).toBe(false);
  expect(collector.size).toBe(9_999);
});

it('takes nothing where the limit is one byte', () => {
  const collector = createByteCollector(1);
  expect(collector.add(Buffer.from('a'))).toBe(false);
  expect(collector.content()).toHaveLength(0);
});
