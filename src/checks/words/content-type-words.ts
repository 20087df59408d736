/** "no Content-Type", "the Content-Type text/plain", "2 Content-Type lines (text/html; application/json)": `values` of the header's lines. */
export const contentTypeWords = (values: readonly string[]): string => {
  if (values.length === 0) return 'no Content-Type';
  return values.length === 1
    ? `the Content-Type ${values[0]}`
    : `${values.length} Content-Type lines (${values.join('; ')})`;
};
