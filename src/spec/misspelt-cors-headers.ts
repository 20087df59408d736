import type { HeaderLines } from './header-lines.js';

/**
 * Names of header lines, as written, that are meant for `Access-Control-Allow-Origin` and are not it: `Access_Control_Allow_Origin`,
 * `Access-Control-Allow-Origins`, `Allow-Control-Allow-Origin`. Each once. No browser knows them.
 */
export const misspeltCorsHeaders = (headers: HeaderLines): readonly string[] => [
  ...new Set(headers.map(([name]) => name).filter((name) => isMisspelt(name.toLowerCase()))),
];

const isMisspelt = (name: string): boolean =>
  name !== 'access-control-allow-origin' &&
  /origi?n|orgin/u.test(name) &&
  OTHER_WORDS.filter((word) => word.test(name)).length >= 2;

/** Two of them beside the origin: `Timing-Allow-Origin`, which is another header, has one. */
const OTHER_WORDS = [/acc?ess?/u, /contr?oll?/u, /all?ow/u];
