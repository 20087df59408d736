import { RISKY_IN_JSON } from './risky-characters.js';

/** JSON that is safe to print: DEL, C1, bidirectional and invisible characters as `\uXXXX`, which `JSON.stringify` leaves as they are. */
export const renderJson = (value: unknown): string => `${escapeRisky(JSON.stringify(value, null, 2))}\n`;

/** The same on one line, for NDJSON. */
export const renderJsonLine = (value: unknown): string => `${escapeRisky(JSON.stringify(value))}\n`;

/** Such characters stand only inside of strings, so that the escape never changes the value. */
const escapeRisky = (json: string): string =>
  json.replace(RISKY_IN_JSON, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
