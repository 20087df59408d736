/**
 * RFC 2782: lowest priority first; within one priority by weighted chance, weight 0 rarely. `chance` gives numbers in [0, 1); one is taken
 * for each record of a priority that is drawn. Does not change `records`.
 */
export const orderSrv = <R extends { readonly priority: number; readonly weight: number }>(
  records: readonly R[],
  chance: () => number,
): readonly R[] => {
  throw new Error(`not written yet: ${records.length} ${chance()}`);
};
