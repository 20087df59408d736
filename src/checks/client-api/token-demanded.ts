import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { isLost } from '../readings/api-parts.js';
import { type MatrixAnswer, readMatrixAnswer } from '../readings/matrix-answer.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const tokenDemanded = {
  id: 'client-api/token-demanded',
  title: 'Requests without a token are refused as clients expect it (401 M_MISSING_TOKEN)',
  failureTitle: 'A request without a token is not refused as clients expect it: the answer is {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.accessTokens,
  why: 'By this answer clients tell that somebody has to sign in again. At another one they show an error, or go on as if all were well.',
  fix: 'Update the homeserver. If a proxy or a worker answers {url}, let it pass the answer of the homeserver on as it is: {"errcode": "M_MISSING_TOKEN", "error": "..."} with status 401.',
  evaluate: whereApi(({ api: { whoami } }, facts) => {
    const answer = readMatrixAnswer(whoami, facts);
    if (answer.kind === 'unseen' || isLost({ answer })) return [notTested(`${whoami.url}: ${answer.words}`)];
    const found = faultOf(answer);
    if (found === null) return [pass()];
    return [fail({ values: { found, url: whoami.url }, evidence: [{ label: whoami.url, value: found }] })];
  }),
} as const satisfies Check;

const faultOf = (answer: MatrixAnswer): string | null => {
  // What is said of a wrong token does as well.
  const isRefused =
    answer.kind === 'error' && answer.status === 401 && ['M_MISSING_TOKEN', 'M_UNKNOWN_TOKEN'].includes(answer.errcode);
  if (!isRefused) return answer.words;
  return answer.error === null ? `${answer.words}, but no text "error" in it` : null;
};
