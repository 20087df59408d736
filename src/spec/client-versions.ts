import { isSpecVersion, minorVersion, NEWEST_MINOR_VERSION } from './spec-version.js';

/** Whether any client knows that version. Ruma knows the most: r0.*, which it takes for v1.0, and all that are released. */
export const isKnownVersion = (version: string): boolean =>
  version.startsWith('r0.') ? isSpecVersion(version) : isBetween(version, NEWEST_MINOR_VERSION);

/** matrix-js-sdk demands one of these: v1.1 to v1.13 (`SUPPORTED_MATRIX_VERSIONS` of version 43). */
export const isKnownToBrowsers = (version: string): boolean => isBetween(version, 13);

/** nheko demands one of these: v1.1 to v1.10. */
export const isKnownToNheko = (version: string): boolean => isBetween(version, 10);

const isBetween = (version: string, newest: number): boolean => {
  const minor = minorVersion(version);
  return minor !== null && minor >= 1 && minor <= newest;
};
