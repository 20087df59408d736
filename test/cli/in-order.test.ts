import { expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.js';

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

it('gives results in the order of the items, each as soon as those before it are there', async () => {
  const { started, work, end } = controlled();
  const results: string[] = [];
  const done = (async () => {
    for await (const result of inOrder([1, 2, 3, 4], 2, work)) results.push(result);
  })();
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
  const results = inOrder([1, 2], 2, work);
  const first = results.next();
  fail(2);
  await settle();
  end(1);
  expect(await first).toEqual({ value: '1', done: false });
  await expect(results.next()).rejects.toThrow('2');
});

it('does not wait for what is under way where the reader stops', async () => {
  const { work, end } = controlled();
  const results = inOrder([1, 2], 2, work);
  const first = results.next();
  end(1);
  await first;
  expect(await results.return(undefined)).toEqual({ value: undefined, done: true });
});

it('ends at once with nothing to do', async () => {
  expect(await inOrder([], 2, async () => 1).next()).toEqual({ value: undefined, done: true });
});
