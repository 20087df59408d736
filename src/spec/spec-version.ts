/** The newest version of the Matrix specification that this program knows: v1.19. */
export const NEWEST_MINOR_VERSION = 19;

/** `vX.Y` or `rX.Y.Z`, with a suffix for what is not released yet: `v1.20-alpha` (Matrix specification, "Specification Versions"). */
export const isSpecVersion = (text: string): boolean => /^(v\d+\.\d+|r\d+\.\d+\.\d+)(-[0-9A-Za-z.-]+)?$/u.test(text);

/** Whether any of these is v1.`minor` or newer. A version that is not released yet (`v1.15-alpha`) does not count. */
export const listsFrom = (versions: readonly string[], minor: number): boolean =>
  versions.some((version) => (minorVersion(version) ?? -1) >= minor);

/** The Y of v1.Y, released; null for anything else. */
export const minorVersion = (version: string): number | null => {
  const digits = /^v1\.(\d{1,4})$/u.exec(version)?.[1];
  return digits === undefined ? null : Number(digits);
};
