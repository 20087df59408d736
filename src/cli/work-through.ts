/** How a list is worked through. */
export interface Pace {
  /** How many items are worked on at a time. */
  readonly limit: number;
  /** `items`: the results come in the order of the items, each as soon as it and all before it are there. `finish`: as they come. */
  readonly order: 'items' | 'finish';
  /** Once it is aborted nothing is begun; what was begun is still given. */
  readonly signal: AbortSignal;
}

/**
 * Works on several items at a time. Begins no more than the reader can take, so that memory does not grow with the list, and ends early, without waiting
 * for what is under way, where the reader stops. Throws what the work threw, when its turn comes.
 */
export async function* workThrough<Item, Result>(
  items: readonly Item[],
  { limit, order, signal }: Pace,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  /** What has ended and was not given yet, by index, in the order of ending. */
  const ended = new Map<number, () => Result>();
  let begun = 0;
  let given = 0;
  let busy = 0;
  let stopped = false;
  let wake = (): void => {};
  const begin = (): void => {
    while (busy < limit && begun < items.length && begun - given < limit * AHEAD && !signal.aborted && !stopped) {
      const index = begun;
      begun += 1;
      busy += 1;
      const end = (result: () => Result): void => {
        busy -= 1;
        ended.set(index, result);
        begin();
        wake();
      };
      work(items[index] as Item).then(
        (value) => end(() => value),
        (error: unknown) =>
          end(() => {
            throw error;
          }),
      );
    }
  };
  try {
    begin();
    while (given < begun) {
      const turn = order === 'items' ? given : (ended.keys().next().value ?? NONE);
      const result = ended.get(turn);
      if (result === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      ended.delete(turn);
      given += 1;
      yield result();
      begin();
    }
  } finally {
    stopped = true;
  }
}

/** How many times `limit` may be begun before the first of them is given: one slow item does not hold up the rest. */
const AHEAD = 4;

const NONE = -1;
