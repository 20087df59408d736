/** `matrix.example.com.example.com` -> `matrix.example.com`: what becomes of a name without a final dot in a zone file. null where it is not doubled. */
export const doubledName = (name: string): string | null => {
  const labels = name.toLowerCase().split('.');
  for (let size = Math.floor(labels.length / 2); size >= 2; size--) {
    const zone = labels.slice(-size).join('.');
    const before = labels.slice(0, -size).join('.');
    if (before === zone || before.endsWith(`.${zone}`)) return before;
  }
  return null;
};
