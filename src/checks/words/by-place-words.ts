import { listWords } from '../../facts/words/list-words.js';
import { groupBy } from '../readings/group-by.js';

/** What was seen at several places, each thing once: "203.0.113.10:443 and [2001:db8::10]:443: connection refused". */
export const byPlaceWords = (seen: readonly { readonly place: string; readonly words: string }[]): string =>
  [...groupBy(seen, ({ words }) => words)]
    .map(([words, group]) => `${listWords(group.map(({ place }) => place))}: ${words}`)
    .join('; ');
