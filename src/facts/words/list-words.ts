/** "a", "a and b", "a, b and c"; duplicates once, "nothing" for an empty list. Longer lists than `most` end in "and 3 more". */
export const listWords = (items: readonly string[], most = 8): string => {
  const distinct = [...new Set(items)];
  const shown = distinct.length > most ? [...distinct.slice(0, most), `${distinct.length - most} more`] : distinct;
  const last = shown.at(-1);
  if (last === undefined) return 'nothing';
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
};
