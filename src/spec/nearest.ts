/** The candidate that a typing error most likely meant: the one with the fewest edits; null where even that one needs too many. */
export const nearest = (word: string, candidates: readonly string[]): string | null => {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const best = candidates
    .map((candidate) => ({ candidate, edits: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .reduce<{ candidate: string; edits: number } | null>(
      (found, next) => (found === null || next.edits < found.edits ? next : found),
      null,
    );
  return best !== null && best.edits <= limit && best.edits < word.length ? best.candidate : null;
};

/** Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours. */
const edits = (left: string, right: string): number => {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
};

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
