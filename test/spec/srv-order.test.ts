import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderSrv } from '../../src/spec/srv-order.js';

const record = (target: string, priority: number, weight: number) => ({ target, priority, weight });
const targets = (records: readonly { readonly target: string }[]): string =>
  records.map(({ target }) => target).join('');

describe('orderSrv', () => {
  it('takes the lowest priority first, however great the weight of the others', () => {
    const records = [record('c', 20, 65_535), record('a', 0, 0), record('b', 10, 1)];
    expect(targets(orderSrv(records, () => 0.999))).toBe('abc');
    expect(targets(records)).toBe('cab');
  });

  it('draws by weight within one priority', () => {
    const records = [record('a', 0, 10), record('b', 0, 30)];
    expect(targets(orderSrv(records, () => 0))).toBe('ab');
    expect(targets(orderSrv(records, () => 10 / 41))).toBe('ab');
    expect(targets(orderSrv(records, () => 11 / 41))).toBe('ba');
    expect(targets(orderSrv(records, () => 0.999))).toBe('ba');
  });

  it('gives weight 0 a small chance, and no more', () => {
    const records = [record('a', 0, 10), record('z', 0, 0)];
    expect(targets(orderSrv(records, () => 0))).toBe('za');
    expect(targets(orderSrv(records, () => 1 / 11))).toBe('az');
  });

  it('draws in proportion to the weights', () => {
    let seed = 1;
    const chance = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const records = [record('a', 0, 10), record('b', 0, 30), record('z', 0, 0)];
    const first = Array.from({ length: 20_000 }, () => targets(orderSrv(records, chance)).charAt(0));
    const share = (target: string): number => first.filter((each) => each === target).length / first.length;
    expect(share('a')).toBeCloseTo(10 / 41, 1);
    expect(share('b')).toBeCloseTo(30 / 41, 1);
    expect(share('z')).toBeCloseTo(1 / 41, 1);
    expect(share('z')).toBeGreaterThan(0);
  });

  it('keeps every record once, in the order of priorities', () => {
    const anyRecord = fc.record({ priority: fc.nat(3), weight: fc.nat(65_535) });
    const anyChance = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), anyChance, (records, stream) => {
        const ordered = orderSrv(records, () => stream.next().value ?? 0);
        expect(ordered).toHaveLength(records.length);
        expect(new Set(ordered)).toEqual(new Set(records));
        const priorities = ordered.map(({ priority }) => priority);
        expect(priorities).toEqual(priorities.toSorted((left, right) => left - right));
      }),
    );
  });
});
