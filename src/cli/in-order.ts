/**
 * Works on several items at a time and gives the results in the order of the items, each as soon as it and all before it are there.
 * Ends early, without waiting for what is under way, where the reader stops.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  let next = 0;
  let busy = 0;
  let free = (): void => {};
  const start = (): void => {
    while (busy < limit && next < items.length) {
      const item = items[next] as Item;
      next += 1;
      busy += 1;
      const result = work(item).finally(() => {
        busy -= 1;
        start();
        free();
      });
      // Whoever takes the result gets the error; until then it is not unhandled.
      result.catch(() => {});
      running.push(result);
    }
  };
  start();
  for (let index = 0; index < items.length; index += 1) {
    while (running[index] === undefined) {
      await new Promise<void>((resolve) => {
        free = resolve;
      });
    }
    yield await (running[index] as Promise<Result>);
  }
}
