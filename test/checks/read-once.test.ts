import { expect, it } from 'vitest';
import { readOnce } from '../../src/checks/readings/read-once.js';
import { healthyFacts } from './healthy-facts.js';

it('reads a part of the same facts once, and again for other facts', () => {
  let reads = 0;
  const read = readOnce((part: { readonly value: number }, { observedAt }) => {
    reads += 1;
    return `${part.value} at ${observedAt}`;
  });
  const [part, other] = [{ value: 1 }, { value: 2 }];
  const facts = healthyFacts({ observedAt: 'noon' });
  expect([read(part, facts), read(part, facts), read(other, facts)]).toEqual(['1 at noon', '1 at noon', '2 at noon']);
  expect(reads).toBe(2);
  expect(read(part, healthyFacts({ observedAt: 'midnight' }))).toBe('1 at midnight');
});
