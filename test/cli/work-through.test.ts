import { describe, expect, it } from 'vitest';
import { type Pace, workThrough } from '../../src/cli/work-through.js';

/** Work whose ends the test decides. */
const controlled = () => {
  const started: number[] = [];
  const ends = new Map<number, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const work = (item: number): Promise<string> => {
    started.push(item);
    return new Promise((resolve, reject) => ends.set(item, { resolve, reject }));
  };
  return {
    started,
    work,
    end: (item: number) => ends.get(item)?.resolve(`${item}`),
    fail: (item: number) => ends.get(item)?.reject(new Error(`${item}`)),
  };
};

/** Long enough for every promise that is ready. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const pace = (more: Partial<Pace> = {}): Pace => ({
  limit: 2,
  order: 'items',
  signal: new AbortController().signal,
  ...more,
});

/** Reads on and on. */
const reading = (generator: AsyncGenerator<string>) => {
  const results: string[] = [];
  const done = (async () => {
    for await (const result of generator) results.push(result);
  })();
  return { results, done };
};

describe('in the order of the items', () => {
  it('gives each result as soon as those before it are there', async () => {
    const { started, work, end } = controlled();
    const { results, done } = reading(workThrough([1, 2, 3, 4], pace(), work));
    await settle();
    expect(started).toEqual([1, 2]);
    end(2);
    await settle();
    expect(started).toEqual([1, 2, 3]);
    expect(results).toEqual([]);
    end(1);
    await settle();
    expect(results).toEqual(['1', '2']);
    expect(started).toEqual([1, 2, 3, 4]);
    end(4);
    end(3);
    await done;
    expect(results).toEqual(['1', '2', '3', '4']);
  });

  it('throws what the work threw, when its turn comes', async () => {
    const { work, end, fail } = controlled();
    const results = workThrough([1, 2], pace(), work);
    const first = results.next();
    fail(2);
    await settle();
    end(1);
    expect(await first).toEqual({ value: '1', done: false });
    await expect(results.next()).rejects.toThrow('2');
  });

  it('begins no more than some items ahead of a slow one', async () => {
    const { started, work, end } = controlled();
    const items = Array.from({ length: 100 }, (_, index) => index);
    const { results } = reading(workThrough(items, pace(), work));
    for (let item = 1; item < 100; item += 1) {
      end(item);
      await settle();
    }
    expect(started).toHaveLength(8);
    expect(results).toEqual([]);
    end(0);
    await settle();
    expect(results).toHaveLength(8);
    expect(started).toHaveLength(10);
  });
});

describe('in the order of finishing', () => {
  it('gives each result as it comes', async () => {
    const { started, work, end } = controlled();
    const { results, done } = reading(workThrough([1, 2, 3, 4], pace({ order: 'finish' }), work));
    await settle();
    end(2);
    await settle();
    expect(results).toEqual(['2']);
    expect(started).toEqual([1, 2, 3]);
    end(3);
    await settle();
    end(4);
    end(1);
    await done;
    expect(results).toEqual(['2', '3', '4', '1']);
  });

  it('waits for a reader that is slow', async () => {
    const { started, work, end } = controlled();
    const items = Array.from({ length: 100 }, (_, index) => index);
    const results = workThrough(items, pace({ order: 'finish' }), work);
    const first = results.next();
    for (let item = 0; item < 100; item += 1) {
      end(item);
      await settle();
    }
    expect(await first).toEqual({ value: '0', done: false });
    expect(started.length).toBeLessThan(10);
  });
});

describe.each(['items', 'finish'] as const)('in either order (%s)', (order) => {
  it('does not wait for what is under way where the reader stops, and begins nothing more', async () => {
    const { started, work, end } = controlled();
    const results = workThrough([1, 2, 3, 4], pace({ order }), work);
    const first = results.next();
    end(1);
    await first;
    expect(await results.return(undefined)).toEqual({ value: undefined, done: true });
    end(2);
    await settle();
    expect(started).toEqual([1, 2, 3]);
  });

  it('gives what was begun where a signal comes, and begins nothing more', async () => {
    const { started, work, end } = controlled();
    const abort = new AbortController();
    const { results, done } = reading(workThrough([1, 2, 3, 4], pace({ order, signal: abort.signal }), work));
    abort.abort();
    end(1);
    end(2);
    await done;
    expect([started, results]).toEqual([
      [1, 2],
      ['1', '2'],
    ]);
  });

  it('ends at once with nothing to do', async () => {
    expect(await workThrough([], pace({ order }), async () => 1).next()).toEqual({ value: undefined, done: true });
  });
});
