import { suggestion } from '../suggestion.js';
import { UsageError } from '../usage-error.js';

/** One word of a few. */
export const parseChoice = <Word extends string>(option: string, text: string, words: readonly Word[]): Word => {
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const expected = `expected ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
  const meant = suggestion(text, words, '');
  throw new UsageError(`--${option} ${text}: ${expected}${meant === '' ? '' : `; ${meant}`}`);
};
