const STAR_FOR_TOKENS =
  'Chromium, and so far Firefox and Safari, take the star of Access-Control-Allow-Headers for Authorization as well (whatwg/fetch#1919); the standard wants it named';

/** Where Debian's chromium departs from the Fetch standard: names of cases, and why. A run fails where this is not exactly what it finds. */
export const differences = {
  'preflight: versionsWithToken, a star for headers': STAR_FOR_TOKENS,
  'preflight: loginWithToken, a star for headers': STAR_FOR_TOKENS,
  'preflight: loginWithToken, a star and Content-Type': STAR_FOR_TOKENS,
};
