import type { Facts } from '../../facts/facts.js';
import { listWords } from '../../facts/words/list-words.js';
import type { AuthMetadataVictim } from '../../spec/auth-metadata.js';
import type { Check } from '../check.js';
import { type AuthMetadataAnswer, askedAuthMetadata } from '../readings/sign-in-reading.js';
import { fail, notApplicable, notTested, pass, type Verdict } from '../verdict.js';
import { type ApiAsked, whereApi } from './where-api.js';

/** Judges the answers that clients look at for OAuth 2.0, all of them as one: one homeserver gives the same at both paths. */
export const whereAuthMetadata = (
  judge: (answers: readonly AuthMetadataAnswer[], asked: ApiAsked, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereApi((asked, facts) => {
    const answers = askedAuthMetadata(asked, facts);
    const seen = answers.filter(({ state }) => state !== 'unseen');
    if (seen.length > 0) return judge(seen, asked, facts);
    return answers.slice(0, 1).map(({ look, answer }) => notTested(`${look.url}: ${answer.words}`));
  });

/** Fails where an answer is in that state; fills `{url}` and `{found}`. */
export const authMetadataState = (state: AuthMetadataAnswer['state']): Check['evaluate'] =>
  whereAuthMetadata((answers) => {
    const faulty = answers.filter((answer) => answer.state === state);
    const [first] = faulty;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { url: first.look.url, found: first.answer.words },
        evidence: faulty.map(({ look, answer }) => ({ label: look.url, value: answer.words })),
        at: first.look,
      }),
    ];
  });

/** Fails where the metadata has a fault that stops these clients, and none that stops all of them; fills `{url}` and `{found}`. */
export const authMetadataFaults = (stops: AuthMetadataVictim): Check['evaluate'] =>
  whereAuthMetadata((answers) => {
    const given = answers.filter(({ state }) => state === 'offered');
    if (given.length === 0) return [notApplicable('OAuth 2.0 is not offered')];
    const stopsAll = given.some(({ faults }) => faults.some((fault) => fault.stops === 'clients'));
    if (stops !== 'clients' && stopsAll) return [notTested('no client can use the metadata')];
    const faulty = given.flatMap(({ look, faults }) => {
      const words = faults.filter((fault) => fault.stops === stops).map((fault) => fault.words);
      return words.length === 0 ? [] : [{ look, words }];
    });
    const [first] = faulty;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { url: first.look.url, found: listWords(first.words) },
        evidence: faulty.flatMap(({ look, words }) => words.map((value) => ({ label: look.url, value }))),
      }),
    ];
  });
