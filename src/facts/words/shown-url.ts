/**
 * A web address for showing, whole or not: a user name and password in it are nobody's business. "https://***@example.com"; without slashes,
 * where the name before the colon may as well be a scheme, "user:***@example.com".
 */
export const shownUrl = (url: string): string =>
  url.replace(/^(\s*(?:[^\s:\\/?#@]+:[\\/]*|[\\/]{2,}))[^\\/?#]+@/u, '$1***@');
