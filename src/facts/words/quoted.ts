const LONGEST = 100;

/** A text from outside in straight quotes, cut where it is long. */
export const quoted = (text: string): string => `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text}"`;
