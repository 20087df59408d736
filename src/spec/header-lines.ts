/** Header lines as sent or received, in order, duplicates kept, names as written. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** The values of all lines of that name (compared without case), one for each line, surrounding blanks removed. */
export const headerValues = (headers: HeaderLines, name: string): readonly string[] =>
  headers.filter(([lineName]) => lineName.toLowerCase() === name.toLowerCase()).map(([, value]) => value.trim());

/** The media type without parameters, lower case; null where there is no Content-Type line or it cannot be read. */
export const mediaType = (headers: HeaderLines): string | null => {
  throw new Error(`not written yet: ${headers.length}`);
};
