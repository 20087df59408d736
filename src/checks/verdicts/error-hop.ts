import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { type CorsHop, corsHop } from '../readings/browser-block.js';
import { readMatrixAnswer } from '../readings/matrix-answer.js';
import { notTested, type Verdict } from '../verdict.js';

/** An error of the homeserver as a web client gets it; the verdict where something else came: other checks tell of that. */
export const errorHop = (look: HttpLook, facts: Facts): CorsHop | Verdict => {
  const answer = readMatrixAnswer(look, facts);
  const hop = corsHop(look);
  return answer.kind === 'error' && hop !== null
    ? hop
    : notTested(`${new URL(look.url).pathname} is answered with ${answer.words}`);
};
