/** A host name, or an address (IPv6 in brackets), that means nothing else in any configuration; undefined for everything else. */
export const plainHost = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 253 && PLAIN_HOST.test(text) ? text : undefined;

const PLAIN_HOST =
  /^(?:[0-9A-Za-z_](?:[0-9A-Za-z_-]*[0-9A-Za-z_])?(?:\.[0-9A-Za-z_](?:[0-9A-Za-z_-]*[0-9A-Za-z_])?)*|\[[0-9A-Fa-f:.]+\])$/;

/** A path of letters, digits, and what no configuration reads as more than itself. */
export const plainPath = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 200 && /^\/[0-9A-Za-z/._~-]*$/.test(text) && !/\/\.\.?(?:\/|$)/.test(text)
    ? text
    : undefined;

/**
 * JSON on one line, to stand between single quotes or backticks. Not what ends those or reads as a variable (nginx: $, Caddy: {env.HOME}), and
 * not what makes a line too long for HAProxy (2,048).
 */
export const plainJson = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = JSON.stringify(value);
  return text.length <= 1500 && /^[\x20-\x7e]*$/.test(text) && !/['`$\\%#]|\{(?!["}])/.test(text) ? text : undefined;
};
