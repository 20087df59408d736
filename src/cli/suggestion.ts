import { nearest } from '../spec/nearest.js';

/** "did you mean tls/certificate-name?": the names that hold the word, else the nearest one, else `otherwise`. */
export const suggestion = (word: string, names: readonly string[], otherwise: string): string => {
  const holding = names.filter((name) => name.includes(word));
  const close = nearest(word, names);
  const meant = holding.length > 0 && holding.length <= MOST ? holding : [close].filter((name) => name !== null);
  if (meant.length === 0) return otherwise;
  return `did you mean ${meant.join(', ').replace(/, ([^,]*)$/, ' or $1')}?`;
};

/** More of them are no suggestion. */
const MOST = 4;
