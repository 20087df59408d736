/** Header lines as sent or received, in order, duplicates kept, names as written. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** The values of all lines of that name (compared without case), one for each line, surrounding blanks removed. */
export const headerValues = (headers: HeaderLines, name: string): readonly string[] =>
  headers.filter(([lineName]) => lineName.toLowerCase() === name.toLowerCase()).map(([, value]) => value.trim());

/**
 * The media type without parameters, lower case; null where there is no Content-Type line or it cannot be read. Where there are several, the
 * last readable one, as in the Fetch standard ("extract a MIME type").
 */
export const mediaType = (headers: HeaderLines): string | null =>
  headerValues(headers, 'content-type')
    .flatMap((value) => value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u))
    .map((value) => /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*(;|$)/u.exec(value)?.[1])
    .filter((essence) => essence !== undefined)
    .at(-1)
    ?.toLowerCase() ?? null;
