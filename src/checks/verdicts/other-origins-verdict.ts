import { listWords } from '../../facts/words/list-words.js';
import type { CorsHop } from '../readings/browser-block.js';
import { fail, notTested, pass, type Values, type Verdict } from '../verdict.js';
import { originWords } from '../words/origin-words.js';
import { corsEvidence } from './cors-verdicts.js';

/** The answers that a page of that origin got on its way, redirects included. */
export interface AskedFrom {
  readonly origin: string;
  readonly hops: readonly CorsHop[];
}

/** Fails where a page of one of these origins may not read what others may. Fills `{refused}` (who asks from there) and `{url}`. */
export const otherOriginsVerdict = (asked: readonly AskedFrom[], values: Values = {}): Verdict => {
  const refused = asked.flatMap(({ origin, hops }) => {
    const hop = hops.find(({ reading }) => reading.kind === 'blocked');
    return hop === undefined ? [] : [{ origin, hop }];
  });
  const [first] = refused;
  if (first === undefined) {
    return asked.some(({ hops }) => hops.length > 0) ? pass() : notTested('other origins got no answer');
  }
  return fail({
    values: {
      refused: listWords(refused.map(({ origin }) => originWords(origin))),
      url: first.hop.look.url,
      ...values,
    },
    evidence: refused.flatMap(({ origin, hop }) =>
      corsEvidence([hop]).map(({ label, value }) => ({ label: `${label}, asked from ${origin}`, value })),
    ),
    at: first.hop.look,
  });
};
