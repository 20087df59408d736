/**
 * What a value of Access-Control-Allow-Origin that does not match the page says, to finish "Access-Control-Allow-Origin ...": browsers compare
 * letter by letter, and only the bare star stands for all.
 */
export const allowedOriginWords = (value: string): string => {
  if (/^(["']).*\1$/su.test(value)) return `is ${value}, and the quotes do not belong there`;
  if (value.toLowerCase() === 'null') return `is ${value}, which no web client is`;
  if (value.includes('*')) return `is ${value}, and a star counts only where it stands alone`;
  if (!/^[a-z][a-z0-9+.-]*:\/\//iu.test(value)) return `is ${value}, which is no origin: there is no https:// in front`;
  if (/^[^:]+:\/\/[^/]*\/$/u.test(value)) return `is ${value}, which is no origin: there is a slash at its end`;
  if (/^[^:]+:\/\/[^/]*\//u.test(value)) return `is ${value}, which is no origin: there is a path in it`;
  return value === value.toLowerCase()
    ? `allows pages of ${value} only`
    : `is ${value}, which no browser sends: an origin is in lower case`;
};
