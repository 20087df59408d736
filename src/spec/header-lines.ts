/** Header lines as sent or received, in order, duplicates kept, names as written. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/**
 * The values of all lines of that name (compared without case), one for each line, surrounding blanks removed: blanks as HTTP has them, a
 * no-break space stays (Fetch standard, "HTTP whitespace").
 */
export const headerValues = (headers: HeaderLines, name: string): readonly string[] =>
  headers
    .filter(([lineName]) => lineName.toLowerCase() === name.toLowerCase())
    .map(([, value]) => withoutOuterBlanks(value));

/** Not `trim`, which takes away more. Looks behind, so that a long run of blanks within the value is gone over once. */
export const withoutOuterBlanks = (value: string): string =>
  value.replace(/^[\t\n\r ]+|(?<![\t\n\r ])[\t\n\r ]+$/gu, '');

/** The items of a header that is a comma-separated list, over all of its lines; commas within quotes do not separate (RFC 9110, 5.6.1). */
export const listItems = (headers: HeaderLines, name: string): readonly string[] =>
  headerValues(headers, name).flatMap((value) =>
    (value.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/gsu) ?? []).map((item) => item.trim()).filter((item) => item !== ''),
  );

/**
 * The media type without parameters, lower case; null where there is no Content-Type line or it cannot be read. Where there are several, the
 * last readable one, as in the Fetch standard ("extract a MIME type").
 */
export const mediaType = (headers: HeaderLines): string | null =>
  listItems(headers, 'content-type')
    .map((item) => /^([!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*(;|$)/u.exec(item)?.[1])
    .filter((essence) => essence !== undefined)
    .at(-1)
    ?.toLowerCase() ?? null;
