/** Who is asking: in facts and reports, and in the User-Agent header. A test holds the version to that of package.json. */
export const TOOL = { name: 'matrix-discovery', version: '0.1.0' } as const;
