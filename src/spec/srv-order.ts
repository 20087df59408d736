/**
 * RFC 2782: lowest priority first; within one priority by weighted chance, weight 0 rarely. `chance` gives numbers in [0, 1); one is taken
 * for each record that is drawn. Does not change `records`.
 */
export const orderSrv = <R extends { readonly priority: number; readonly weight: number }>(
  records: readonly R[],
  chance: () => number,
): readonly R[] => {
  const priorities = [...new Set(records.map(({ priority }) => priority))].sort((left, right) => left - right);
  return priorities.flatMap((priority) =>
    drawByWeight(
      records.filter((record) => record.priority === priority),
      chance,
    ),
  );
};

/** Records of weight 0 stand first, so that the smallest numbers still find them; then the first whose running sum reaches the number. */
const drawByWeight = <R extends { readonly weight: number }>(
  group: readonly R[],
  chance: () => number,
): readonly R[] => {
  const left = group.toSorted((one, other) => Number(one.weight > 0) - Number(other.weight > 0));
  const drawn: R[] = [];
  while (left.length > 0) {
    const total = left.reduce((sum, { weight }) => sum + weight, 0);
    // A whole number from 0 to the total, both included.
    const number = Math.floor(chance() * (total + 1));
    let sum = 0;
    const index = left.findIndex(({ weight }) => {
      sum += weight;
      return sum >= number;
    });
    drawn.push(...left.splice(index === -1 ? 0 : index, 1));
  }
  return drawn;
};
