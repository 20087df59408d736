import type { PreflightAnswer } from '../readings/preflight-answer.js';
import { type Evidence, fail, notTested, type Verdict } from '../verdict.js';
import { placeOf } from '../words/place.js';
import { preflightAdvice } from '../words/preflight-advice.js';

type Refused = Extract<PreflightAnswer, { kind: 'refused' }>;

/** Fails by the answer `first`. Fills `{problem}` ("status 405"), `{advice}`, `{url}` and `{host}`; the evidence shows all that are refused. */
export const preflightRefused = (first: Refused, answers: readonly PreflightAnswer[], host: string): Verdict =>
  fail({
    values: { problem: first.words, advice: preflightAdvice(first, host), url: first.look.url, host },
    evidence: preflightEvidence(answers.filter(({ kind }) => kind === 'refused')),
    at: first.look,
  });

/** "OPTIONS https://matrix.example.com/_matrix/client/v3/login at 203.0.113.10:443" -> "status 405" */
export const preflightEvidence = (answers: readonly PreflightAnswer[]): readonly Evidence[] =>
  answers.map((answer) => ({
    label: `OPTIONS ${answer.look.url} at ${placeOf(answer.look)}`,
    value: answerWords(answer),
  }));

/** Where nothing can be said of an answer, or where it shares its fault with all answers of the homeserver, of which another check tells. */
export const preflightBarrier = (answer: PreflightAnswer, versionsFault: string | null): Verdict | null => {
  if (answer.kind === 'unseen') return notTested(`OPTIONS ${answer.look.url}: ${answer.words}`);
  return answer.kind === 'refused' && answer.fault === versionsFault
    ? notTested('web clients may not read any answer of the homeserver, and that is to be mended first')
    : null;
};

const answerWords = (answer: PreflightAnswer): string => {
  switch (answer.kind) {
    case 'allowed':
      return 'allowed';
    case 'by-star':
      return 'Access-Control-Allow-Headers: *';
    default:
      return answer.words;
  }
};
