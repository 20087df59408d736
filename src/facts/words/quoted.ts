const LONGEST = 100;

/** A text from outside in straight quotes, cut where it is long; ends of lines and tabs as JSON writes them, so that they are seen. */
export const quoted = (text: string): string => {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  return `"${shown.replace(/[\n\r\t]/gu, (blank) => JSON.stringify(blank).slice(1, -1))}"`;
};
