import stringWidth from 'string-width';

/**
 * How wide each column may be, so that rows of columns with two blanks between them fit into `width`. What stands last in its row takes what is left, at least
 * `LAST` columns of it; else the widest columns give way first, down to `LEAST`. `whole`: nothing had to give way.
 */
export const fitColumns = (
  rows: readonly (readonly string[])[],
  width: number,
): { readonly widths: readonly number[]; readonly whole: boolean } => {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const inner = (index: number) =>
    rows.flatMap((row) => (index < row.length - 1 ? [stringWidth(row[index] ?? '')] : []));
  const widths = Array.from({ length: count }, (_, index) => Math.max(0, ...inner(index)));
  const needed = (): number =>
    Math.max(
      0,
      ...rows.map((row) => {
        const before = widths.slice(0, row.length - 1).reduce((sum, column) => sum + column + GAP, 0);
        return before + Math.min(LAST, stringWidth(row.at(-1) ?? ''));
      }),
    );
  const whole = needed() <= width;
  while (needed() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= LEAST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return { widths, whole };
};

const GAP = 2;
const LAST = 20;
const LEAST = 4;
