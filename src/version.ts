/** The name of this tool, as it calls itself in reports and in the User-Agent header. */
export const TOOL = 'matrix-discovery';
/** The version in package.json; a test holds them together. */
export const VERSION = '0.1.0';
